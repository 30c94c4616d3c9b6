package dev.tollgate.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.finding.UserError;

/** Terraform's output, parsed as JSON. */
final class TerraformJson {

    private TerraformJson() {}

    static JsonNode of(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "Terraform did not print JSON: " + e.getOriginalMessage(),
                    "run the same `terraform` command yourself",
                    e);
        }
    }
}

package dev.tollgate.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.finding.UserError;

/** JSON that Terraform answers with. */
final class Json {

    private Json() {}

    static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "Terraform answers no JSON: " + e.getOriginalMessage(),
                    "try the same with `terraform` itself",
                    e);
        }
    }
}

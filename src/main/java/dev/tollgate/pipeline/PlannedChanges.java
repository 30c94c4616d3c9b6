package dev.tollgate.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.terraform.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan comes to, counted as Terraform counts: what is replaced is added and destroyed.
 *
 * @param losses what goes and cannot be brought back, in Terraform's order
 */
public record PlannedChanges(int add, int change, int destroy, List<String> losses) {

    /** What is lost with a resource of each type: what it is called in front of its name, and what goes with it. */
    private static final Map<String, Loss> LOSSES = Map.of(
            "aws_cognito_user_pool", new Loss("user pool", "name", "with every user in it"),
            "aws_cognito_user_pool_client", new Loss("app client", "name", "with its id and its secret"),
            "aws_cognito_user_pool_domain", new Loss("domain", "domain", "with the token endpoint on it"),
            "aws_dynamodb_table", new Loss("table", "name", "with every item in it"),
            "aws_cloudwatch_log_group", new Loss("log group", "name", "with every event in it"),
            "aws_api_gateway_rest_api", new Loss("REST API", "name", "with its address"),
            "aws_apigatewayv2_api", new Loss("HTTP API", "name", "with its address"));

    private record Loss(String noun, String nameAttribute, String with) {}

    public PlannedChanges {
        losses = List.copyOf(losses);
    }

    /** What the plan in {@code bundle} comes to. */
    public static PlannedChanges of(Bundle bundle) {
        int add = 0;
        int change = 0;
        int destroy = 0;
        List<String> losses = new ArrayList<>();
        for (JsonNode resource : json(bundle).path("resource_changes")) {
            List<String> actions = new ArrayList<>();
            resource.at("/change/actions").forEach(action -> actions.add(action.asText()));
            add += actions.contains("create") ? 1 : 0;
            change += actions.contains("update") ? 1 : 0;
            if (actions.contains("delete")) {
                destroy++;
                loss(resource).ifPresent(losses::add);
            }
        }
        return new PlannedChanges(add, change, destroy, losses);
    }

    private static Optional<String> loss(JsonNode resource) {
        Loss loss = LOSSES.get(resource.path("type").asText());
        if (loss == null || !resource.path("mode").asText().equals("managed")) {
            return Optional.empty();
        }
        JsonNode change = resource.path("change");
        boolean secret =
                !change.path("before_sensitive").path(loss.nameAttribute()).isMissingNode();
        String name = change.path("before").path(loss.nameAttribute()).asText();
        String shown = secret || name.isEmpty() ? "" : " `" + name + "`";
        return Optional.of(loss.noun() + shown + " " + loss.with() + " ("
                + resource.path("address").asText() + ")");
    }

    private static JsonNode json(Bundle bundle) {
        try {
            return new ObjectMapper().readTree(bundle.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.tollgate.pipeline;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Bundle;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.nio.charset.StandardCharsets;
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
        String json = new String(bundle.json(), StandardCharsets.UTF_8);
        for (ResourceChange resource : PlanReader.read("plan.json", json).changes()) {
            Action action = resource.action();
            add += action == Action.CREATE || action.replaces() ? 1 : 0;
            change += action == Action.UPDATE ? 1 : 0;
            if (action.loses()) {
                destroy++;
                loss(resource).ifPresent(losses::add);
            }
        }
        return new PlannedChanges(add, change, destroy, losses);
    }

    private static Optional<String> loss(ResourceChange resource) {
        Loss loss = LOSSES.get(resource.type());
        if (loss == null || resource.mode() != Resource.Mode.MANAGED) {
            return Optional.empty();
        }
        // A sensitive name has no text.
        String shown = resource.before()
                .get(loss.nameAttribute())
                .text()
                .map(name -> " `" + name + "`")
                .orElse("");
        return Optional.of(loss.noun() + shown + " " + loss.with() + " (" + resource.address() + ")");
    }
}

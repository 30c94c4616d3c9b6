package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/**
 * A function that goes is deleted before the app client whose id it has been told, and after the routes that called it
 * have moved. Routes of an HTTP API move after its authorizer, which trusts the new client, made after the old one is
 * deleted: Terraform finds a cycle and applies nothing.
 */
final class ClientReplacedInCycle {

    static final ReviewRule RULE = new ReviewRule(
            "client-replaced-in-cycle",
            Kind.REFUSED,
            "an app client is replaced while a function goes that knows it, and Terraform cannot order the two",
            ClientReplacedInCycle::judge);

    private ClientReplacedInCycle() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Optional<String> authorizer = comparison.all(Action.UPDATE).stream()
                .filter(change -> change.type().equals("aws_apigatewayv2_authorizer"))
                .map(ResourceChange::address)
                .findFirst();
        if (authorizer.isEmpty()) {
            return;
        }
        List<ResourceChange> functions = comparison.all(Action.DELETE).stream()
                .filter(change -> change.type().equals("aws_lambda_function"))
                .toList();
        for (ResourceChange client : comparison.all(Action.REPLACE)) {
            if (!client.type().equals("aws_cognito_user_pool_client")) {
                continue;
            }
            functions.stream()
                    .filter(function -> isTold(function, client.before().get("id")))
                    .findFirst()
                    .ifPresent(function -> report.say(
                            client.address(),
                            "Terraform cannot replace `" + client.address() + "` and delete `" + function.address()
                                    + "`, which knows its id, in one plan: it ends with `Error: Cycle`",
                            "in two steps: first run `terraform apply -target='" + authorizer.get()
                                    + "'`, which makes what is new, then plan again"));
        }
    }

    private static boolean isTold(ResourceChange function, Value id) {
        return id.text().isPresent()
                && function.before().get("environment").items().stream()
                        .map(environment -> environment.get("variables"))
                        .filter(Value.Mapping.class::isInstance)
                        .map(Value.Mapping.class::cast)
                        .flatMap(variables -> variables.members().values().stream())
                        .anyMatch(value -> value.is(id.text().get()));
    }
}

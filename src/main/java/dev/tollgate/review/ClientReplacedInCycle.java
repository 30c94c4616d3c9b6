package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function that goes is deleted before the app client whose id it has been told, and after the routes that called it
 * have moved. Routes of an HTTP API move after its authorizer, which trusts the new client, made after the old one is
 * deleted: Terraform finds a cycle and applies nothing. So it does where a pool is forgotten: a client that a function
 * knows is deleted after the authorizer has changed, which waits for the pool, and the pool for the client.
 */
final class ClientReplacedInCycle {

    static final ReviewRule RULE = new ReviewRule(
            "client-replaced-in-cycle",
            Kind.REFUSED,
            "an app client goes that a function knows, and Terraform cannot order what goes with it",
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
        for (ResourceChange client : clients(comparison, Action.REPLACE)) {
            told(functions, client)
                    .ifPresent(
                            function -> say(
                                    report,
                                    client,
                                    "replace `" + client.address() + "` and delete `" + function.address() + "`",
                                    "change `" + client.address()
                                            + "` in an apply of its own (`secret` is what replaces it), or the functions that know its id; then the rest"));
        }
        Optional<ResourceChange> pool = comparison.all(Action.FORGET).stream()
                .filter(change -> change.type().equals("aws_cognito_user_pool"))
                .findFirst();
        if (pool.isEmpty()) {
            return;
        }
        List<ResourceChange> known = Stream.of(Action.UPDATE, Action.DELETE, Action.REPLACE)
                .flatMap(action -> comparison.all(action).stream())
                .filter(change -> change.type().equals("aws_lambda_function"))
                .toList();
        for (ResourceChange client : clients(comparison, Action.DELETE)) {
            told(known, client)
                    .ifPresent(function -> say(
                            report,
                            client,
                            "forget `" + pool.get().address() + "` and delete its client `" + client.address()
                                    + "` while there is `" + function.address() + "`",
                            "first run `terraform apply" + target(authorizer.get()) + target(function.address())
                                    + "`, which makes what is new, then plan again"));
        }
    }

    private static List<ResourceChange> clients(Comparison comparison, Action action) {
        return comparison.all(action).stream()
                .filter(change -> change.type().equals("aws_cognito_user_pool_client"))
                .toList();
    }

    private static Optional<ResourceChange> told(List<ResourceChange> functions, ResourceChange client) {
        return functions.stream()
                .filter(function -> isTold(function, client.before().get("id")))
                .findFirst();
    }

    private static String target(String address) {
        return " -target='" + address + "'";
    }

    private static void say(ReviewReport report, ResourceChange client, String what, String steps) {
        report.say(
                client.address(),
                "Terraform cannot " + what + ", which knows its id, in one plan: it ends with `Error: Cycle`",
                "in two steps: " + steps);
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

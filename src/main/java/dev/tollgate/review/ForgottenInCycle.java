package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Terraform makes a deployment before it deletes the former one, and all that it stands on in the same way: routes, and
 * the user pool. What is forgotten it does not order so: when both come in one plan, it finds a cycle and applies
 * nothing.
 */
final class ForgottenInCycle {

    private static final String DEPLOYMENT = "aws_api_gateway_deployment";

    /** What a deployment is a copy of. */
    private static final Set<String> STOOD_ON = Set.of(
            "aws_api_gateway_authorizer",
            "aws_api_gateway_gateway_response",
            "aws_api_gateway_integration",
            "aws_api_gateway_integration_response",
            "aws_api_gateway_method",
            "aws_api_gateway_method_response",
            "aws_api_gateway_resource");

    static final ReviewRule RULE = new ReviewRule(
            "forgotten-in-cycle",
            Kind.REFUSED,
            "Terraform is to forget a user pool or routes of a REST API, and cannot order that with the rest of the plan",
            ForgottenInCycle::judge);

    private ForgottenInCycle() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        pool(comparison, report);
        routes(comparison, report);
    }

    /** Routes come to be one document, and some leave the file in the same plan. */
    private static void routes(Comparison comparison, ReviewReport report) {
        comparison.all(Action.FORGET).stream()
                .filter(change -> change.type().equals(DEPLOYMENT))
                .forEach(deployment -> comparison.all(Action.DELETE).stream()
                        .filter(change -> STOOD_ON.contains(change.type()))
                        .forEach(route -> report.say(
                                route.address(),
                                "Terraform cannot delete `" + route.address() + "` and forget `" + deployment.address()
                                        + "` in one plan: it ends with `Error: Cycle`",
                                "in two steps: first change the definition of the API alone, with all its routes, and"
                                        + " deploy that; then take routes out of the file")));
    }

    private static void pool(Comparison comparison, ReviewReport report) {
        List<ResourceChange> forgotten = comparison.all(Action.FORGET);
        boolean redeploys = comparison.plan().changes().stream()
                .anyMatch(change ->
                        change.type().equals(DEPLOYMENT) && change.action().replaces());
        if (!redeploys) {
            return;
        }
        String addresses =
                forgotten.stream().map(change -> "'" + change.address() + "'").collect(Collectors.joining(" "));
        forgotten.stream()
                .filter(change -> change.type().equals("aws_cognito_user_pool"))
                .forEach(pool -> report.say(
                        pool.address(),
                        "Terraform cannot forget `" + pool.address()
                                + "` and deploy the REST API again in one plan: it ends with `Error: Cycle`",
                        "in two steps: first run `terraform state rm " + addresses
                                + "` in the stack's folder, after which they live on unmanaged, as the plan wants it;"
                                + " then plan again"));
    }
}

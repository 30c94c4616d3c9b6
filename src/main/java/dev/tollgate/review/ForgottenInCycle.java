package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Terraform makes a deployment before it deletes the former one, and all that it stands on in the same way, a user pool
 * too. What is forgotten it does not order so: when both come in one plan, it finds a cycle and applies nothing.
 */
final class ForgottenInCycle {

    static final ReviewRule RULE = new ReviewRule(
            "forgotten-in-cycle",
            Kind.REFUSED,
            "a user pool is forgotten while the REST API that it signs in for is deployed again",
            ForgottenInCycle::judge);

    private ForgottenInCycle() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        List<ResourceChange> forgotten = comparison.all(Action.FORGET);
        boolean redeploys = comparison.plan().changes().stream()
                .anyMatch(change -> change.type().equals("aws_api_gateway_deployment")
                        && change.action().replaces());
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

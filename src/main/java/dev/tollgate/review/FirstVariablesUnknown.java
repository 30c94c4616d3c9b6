package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A function that had no environment variables gets some, and one is known after apply: the provider takes the whole
 * map for empty and plans none. Where the function changes otherwise, Terraform stops in the middle of the apply
 * because there are some after all; where it does not, they are left out until the next plan.
 */
final class FirstVariablesUnknown {

    static final ReviewRule RULE = new ReviewRule(
            "first-variables-unknown",
            Kind.REFUSED,
            "a function gets its first environment variables from something that is made in the same apply",
            FirstVariablesUnknown::judge);

    private static final String ENVIRONMENT = "environment";

    private FirstVariablesUnknown() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            boolean stays = change.action() == Action.UPDATE || change.action() == Action.NONE;
            if (!stays || !change.type().equals("aws_lambda_function") || hasVariables(change)) {
                continue;
            }
            SortedSet<String> from = MadeInTheSamePlan.referredTo(comparison, change, ENVIRONMENT);
            if (!from.isEmpty()) {
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " has no environment variables and gets some from "
                                + from.stream()
                                        .map(address -> "`" + address + "`")
                                        .collect(Collectors.joining(", "))
                                + ", made in the same apply: the AWS provider plans none, and the apply stops there or leaves them out",
                        MadeInTheSamePlan.first(from));
            }
        }
    }

    private static boolean hasVariables(ResourceChange change) {
        return !change.before().get(ENVIRONMENT).items().isEmpty()
                || !change.after().get(ENVIRONMENT).isCertain()
                || !change.after().get(ENVIRONMENT).items().isEmpty();
    }
}

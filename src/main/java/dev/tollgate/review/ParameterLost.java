package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;

/** Other stacks read a parameter whenever they are planned, and whenever they are destroyed. */
final class ParameterLost {

    static final ReviewRule RULE = new ReviewRule(
            "parameter-lost",
            Kind.BREAKING,
            "a parameter that others may read is removed",
            ParameterLost::judge,
            "removed");

    private ParameterLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.type().equals("aws_ssm_parameter") && change.action().loses() && !AwsName.stays(change)) {
                report.say(
                        change.address(),
                        "the parameter" + Losses.named(change.before()) + " of `" + change.address()
                                + "` is removed: environments that read it can be neither planned nor destroyed"
                                + " until it is back",
                        "remove what reads it first, or give it another pool and apply that");
            }
        }
    }
}

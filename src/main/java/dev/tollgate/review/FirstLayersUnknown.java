package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;

/**
 * A function that publishes versions had no layers and gets some whose ARNs are known after apply. The provider takes
 * the whole list for empty and plans no new version; Terraform stops in the middle of the apply because there is one
 * after all.
 */
final class FirstLayersUnknown {

    static final ReviewRule RULE = new ReviewRule(
            "first-layers-unknown",
            Kind.REFUSED,
            "a function that publishes versions gets its first layers from the same apply that makes them",
            FirstLayersUnknown::judge);

    private static final String LAYERS = "layers";

    private FirstLayersUnknown() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.action() == Action.UPDATE
                    && change.type().equals("aws_lambda_function")
                    && isPlannedWithoutVersion(change)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " has an alias and no layers, and gets some that are made in the same apply: the AWS"
                                + " provider plans no version with them, and the apply stops there",
                        MadeInTheSamePlan.first(MadeInTheSamePlan.referredTo(comparison, change, LAYERS))
                                + "; or change its `description`, too");
            }
        }
    }

    private static boolean isPlannedWithoutVersion(ResourceChange change) {
        Value before = change.before().get(LAYERS);
        Value after = change.after().get(LAYERS);
        return before.isCertain()
                && before.items().isEmpty()
                && !after.isCertain()
                && change.before().get("publish").bool().orElse(false)
                && change.after().get("publish").bool().orElse(false)
                && change.after().get("version").isCertain();
    }
}

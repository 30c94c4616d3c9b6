package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        Set<String> made = comparison.plan().changes().stream()
                .filter(change -> change.action().makes())
                .map(ResourceChange::address)
                .collect(Collectors.toSet());
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.action() == Action.UPDATE
                    && change.type().equals("aws_lambda_function")
                    && isPlannedWithoutVersion(change)) {
                String module = change.module().isEmpty() ? "" : change.module() + ".";
                List<String> targets = comparison.plan().after().find(change.address()).stream()
                        .flatMap(function -> function.references(LAYERS).stream())
                        .map(name -> module + name)
                        .filter(made::contains)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(address -> "-target='" + address + "'")
                        .toList();
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " has an alias and no layers, and gets some that are made in the same apply: the AWS"
                                + " provider plans no version with them, and the apply stops there",
                        "in two steps: first run `terraform apply " + String.join(" ", targets)
                                + "`, then plan again; or change its `description`, too");
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

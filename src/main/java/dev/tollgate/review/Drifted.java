package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody changed behind Terraform's back and the plan sets back. What AWS filled in, and what the plan leaves as
 * it is, is no news.
 */
final class Drifted {

    static final ReviewRule RULE =
            new ReviewRule("drifted", Kind.DRIFT, "something was changed outside Terraform", Drifted::judge);

    private Drifted() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange drift : comparison.plan().drift()) {
            if (drift.action() == Action.DELETE) {
                say(report, drift, "was deleted outside Terraform");
                continue;
            }
            List<AttributeChange> undone = undone(drift, planned(comparison, drift));
            if (!undone.isEmpty()) {
                say(report, drift, "was changed outside Terraform and is reverted: " + listed(undone));
            }
        }
    }

    private static void say(ReviewReport report, ResourceChange drift, String what) {
        report.say(
                drift.address(),
                "`" + drift.address() + "` " + what,
                "find out who changed it, and why, before this plan reverts it");
    }

    private static Optional<ResourceChange> planned(Comparison comparison, ResourceChange drift) {
        return comparison.plan().changes().stream()
                .filter(change -> change.address().equals(drift.address()))
                .findFirst();
    }

    private static List<AttributeChange> undone(ResourceChange drift, Optional<ResourceChange> planned) {
        Value before = planned.map(ResourceChange::before).orElse(Value.absent());
        Value after = planned.map(ResourceChange::after).orElse(Value.absent());
        TreeSet<String> paths = AttributeChange.between(before, after).stream()
                .filter(change -> !change.after().equals(AttributeChange.UNKNOWN))
                .map(AttributeChange::path)
                .collect(Collectors.toCollection(TreeSet::new));
        return AttributeChange.between(drift.before(), drift.after()).stream()
                .filter(change -> paths.contains(change.path()) && !change.isOfNothing())
                .toList();
    }

    private static String listed(List<AttributeChange> changes) {
        return changes.stream()
                .map(one -> "`" + one.path() + "` from " + one.before() + " to " + one.after())
                .collect(Collectors.joining("; "));
    }
}

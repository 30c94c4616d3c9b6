package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import java.util.stream.Collectors;

/** What Terraform found different from what it left: this plan sets it back, or takes it over. */
final class Drifted {

    static final ReviewRule RULE =
            new ReviewRule("drifted", Kind.DRIFT, "something was changed outside Terraform", Drifted::judge);

    private Drifted() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().drift()) {
            String what = change.action() == dev.tollgate.terraform.Action.DELETE
                    ? "was deleted outside Terraform"
                    : "was changed outside Terraform: " + changes(change);
            report.say(
                    change.address(),
                    "`" + change.address() + "` " + what,
                    "find out who did it, and why, before the plan undoes it");
        }
    }

    private static String changes(ResourceChange change) {
        return AttributeChange.between(change.before(), change.after()).stream()
                .map(one -> "`" + one.path() + "` from " + one.before() + " to " + one.after())
                .collect(Collectors.joining("; "));
    }
}

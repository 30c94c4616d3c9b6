package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;

/** A first deployment, and one whose state was moved and left behind, have the same plan. */
final class EstateBegins {

    static final ReviewRule RULE = new ReviewRule(
            "estate-begins", Kind.BEGINS, "the state is empty, and all is made anew", EstateBegins::judge);

    private EstateBegins() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        boolean empty = comparison.gone().isEmpty()
                && comparison.plan().before().resources().stream()
                        .noneMatch(resource -> resource.mode() == Resource.Mode.MANAGED);
        if (empty && !comparison.all(Action.CREATE).isEmpty()) {
            report.say(
                    "state",
                    "the state is empty: all of this is made for the first time. If it is deployed already, its state is"
                            + " elsewhere, a second estate begins, and the first lives on, unmanaged",
                    "after a change of `state`, of the backend or of the environment file's name, move the state first:"
                            + " `terraform init -migrate-state`");
        }
    }
}

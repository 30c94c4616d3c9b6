package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;

/** A first deployment, and one whose state was moved and left behind, have the same plan. */
final class EstateBegins {

    static final ReviewRule RULE = new ReviewRule(
            "estate-begins", Kind.BEGINS, "the state is empty, and everything is created", EstateBegins::judge);

    private EstateBegins() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        boolean empty = comparison.gone().isEmpty()
                && comparison.plan().before().resources().stream()
                        .noneMatch(resource -> resource.mode() == Resource.Mode.MANAGED);
        if (empty && !comparison.all(Action.CREATE).isEmpty()) {
            report.say(
                    "state",
                    "the state is empty: this plan creates everything. If it is deployed already, its state is"
                            + " elsewhere: you get a second copy, and the first stays in AWS, unmanaged",
                    "after a change of `state`, of the backend or of the environment file's name, move the state first:"
                            + " `terraform init -migrate-state`");
        }
    }
}

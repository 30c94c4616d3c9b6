package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;

/** The provider takes a group's role away by an empty ARN, which Cognito refuses. */
final class GroupRoleRemoved {

    static final ReviewRule RULE = new ReviewRule(
            "group-role-removed",
            Kind.REFUSED,
            "the role of a user pool's group is taken away",
            GroupRoleRemoved::judge);

    private GroupRoleRemoved() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            if (change.type().equals("aws_cognito_user_group")
                    && change.before()
                            .get("role_arn")
                            .text()
                            .filter(arn -> !arn.isEmpty())
                            .isPresent()
                    && change.after().get("role_arn").isUnset()) {
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " is to have no role any more: the AWS provider sends an empty one, which Cognito refuses",
                        "name a role that allows nothing; or add a group without a role and move its members");
            }
        }
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;

/** An exclusive attachment detaches the policy from everyone else in the account. */
final class ExclusivePolicyAttachment {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "exclusive-policy-attachment",
            Severity.ERROR,
            "an attachment that takes a policy away from everyone else",
            ExclusivePolicyAttachment::judge);

    private static final String MANAGED = "managed_policy_arns";

    private ExclusivePolicyAttachment() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource attachment : infrastructure.ofType("aws_iam_policy_attachment")) {
            report.error(
                    Place.of(attachment),
                    "`" + attachment.address()
                            + "` takes its policy away from every user, group and role of the account"
                            + " that it does not name",
                    "use `aws_iam_role_policy_attachment`");
        }
        for (Resource role : infrastructure.ofType("aws_iam_role")) {
            if (!role.argument(MANAGED).isAbsent()) {
                report.warning(
                        Place.of(role, MANAGED),
                        "role `" + role.address() + "` detaches every policy that `" + MANAGED
                                + "` does not name, and the argument is deprecated",
                        "use `aws_iam_role_policy_attachment`");
            }
        }
    }
}

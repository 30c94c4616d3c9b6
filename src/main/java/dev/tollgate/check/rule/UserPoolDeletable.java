package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** Whoever may call {@code DeleteUserPool} takes every user with it, unless the pool itself refuses. */
final class UserPoolDeletable {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "user-pool-deletable", Severity.ERROR, "a user pool without deletion protection", UserPoolDeletable::judge);

    private static final String ATTRIBUTE = "deletion_protection";

    private UserPoolDeletable() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value protection = infrastructure.resolve(pool.argument(ATTRIBUTE));
            if (protection.is("ACTIVE")) {
                continue;
            }
            if (protection.isCertain()) {
                report.error(
                        Place.of(pool, ATTRIBUTE),
                        "user pool `" + pool.address() + "` can be deleted with all its users in one call",
                        "set `deletion_protection = \"ACTIVE\"`");
            } else {
                report.undecided(Place.of(pool, ATTRIBUTE), "`" + ATTRIBUTE + "` is not known");
            }
        }
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** Whoever may call {@code DeleteUserPool} takes every user with it, unless the pool itself refuses. */
final class UserPoolDeletable {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "user-pool-deletable",
                    Severity.WARNING,
                    "a user pool without deletion protection",
                    UserPoolDeletable::judge)
            .andOfFile(UserPoolDeletable::judge);

    private static final String ATTRIBUTE = "deletion_protection";

    private UserPoolDeletable() {}

    /** Protection is a file's default: one without it says so. */
    private static void judge(Environment environment, Report report) {
        environment.userPool().ifPresent(pool -> {
            if (pool instanceof UserPool.Created created && !created.deletionProtection()) {
                report.warning(
                        KeyPath.of("user_pool", ATTRIBUTE),
                        message("the user pool"),
                        "remove `deletion_protection = false`");
            }
        });
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value protection = infrastructure.resolve(pool.argument(ATTRIBUTE));
            Place place = Place.of(pool, ATTRIBUTE);
            if (protection.is("ACTIVE") || !report.knows(place, protection)) {
                continue;
            }
            report.warning(
                    place, message("user pool `" + pool.address() + "`"), "set `deletion_protection = \"ACTIVE\"`");
        }
    }

    private static String message(String pool) {
        return pool + " can be deleted with all its users in one call";
    }
}

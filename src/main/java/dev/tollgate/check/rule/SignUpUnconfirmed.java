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

/**
 * Cognito sends a code to an address that it verifies: who signs up without one stays unconfirmed, and cannot sign in.
 */
final class SignUpUnconfirmed {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "sign-up-unconfirmed",
                    Severity.WARNING,
                    "a user pool in which anyone may sign up, and nobody can confirm himself",
                    SignUpUnconfirmed::judge)
            .andOfFile(SignUpUnconfirmed::judge)
            .needing("user_pool", "clients");

    private static final String VERIFIED = "auto_verified_attributes";
    private static final String TRIGGER = "pre_sign_up";
    private static final String BECAUSE =
            "lets anyone sign up and verifies no address: nobody gets a code, and all stay"
                    + " unconfirmed until an administrator confirms them";

    private SignUpUnconfirmed() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value closed = infrastructure.resolve(
                    pool.argument("admin_create_user_config").get("allow_admin_create_user_only"));
            boolean confirms = !pool.argument("lambda_config").get(TRIGGER).isAbsent();
            PoolUsers users = PoolUsers.of(pool, surface);
            Value verified = infrastructure.resolve(pool.argument(VERIFIED));
            boolean verifies = verified.isCertain() && !verified.items().isEmpty();
            if (closed.is("true") || confirms || users == PoolUsers.MACHINES || verifies) {
                continue;
            }
            Place place = Place.of(pool, VERIFIED);
            if (users == PoolUsers.UNKNOWN || !closed.isCertain()) {
                report.undecided(place, "whether people sign up in it is not known");
            } else if (report.knows(place, verified)) {
                report.warning(
                        place,
                        "user pool `" + pool.address() + "` " + BECAUSE,
                        "set `" + VERIFIED + " = [\"email\"]`, or have a `lambda_config." + TRIGGER
                                + "` function confirm them");
            }
        }
    }

    private static void judge(Environment environment, Report report) {
        PoolUsers.openToPeople(environment)
                .map(UserPool.Created::people)
                .filter(people -> people.contact().verified().isEmpty())
                .filter(people -> !people.triggers().functions().containsKey(TRIGGER))
                .ifPresent(people -> report.warning(
                        KeyPath.of("user_pool", "verify"),
                        "the user pool " + BECAUSE,
                        "write `verify = [\"email\"]`, or have a function confirm them: `triggers." + TRIGGER + "`"));
    }
}

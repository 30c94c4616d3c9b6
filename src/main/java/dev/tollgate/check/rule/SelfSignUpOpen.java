package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** {@code SignUp} needs no credentials: unless the pool forbids it, anyone who knows a client's id makes an account. */
final class SelfSignUpOpen {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "self-sign-up-open",
                    Severity.ERROR,
                    "a user pool in which anyone may sign up",
                    SelfSignUpOpen::judge)
            .andOfFile(SelfSignUpOpenInFile::judge)
            .needing("clients");

    private static final String[] ATTRIBUTE = {"admin_create_user_config", "allow_admin_create_user_only"};
    private static final String HINT = "set `admin_create_user_config.allow_admin_create_user_only = true`";

    private SelfSignUpOpen() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value closed = infrastructure.resolve(pool.argument(ATTRIBUTE[0]).get(ATTRIBUTE[1]));
            Place place = Place.of(pool, ATTRIBUTE);
            if (closed.is("true") || !report.knows(place, closed)) {
                continue;
            }
            String message = "anyone may sign up in user pool `" + pool.address() + "`";
            if (PoolUsers.of(pool, surface) == PoolUsers.MACHINES) {
                report.error(place, message + ", whose app clients are all for machines", HINT);
            } else if (infrastructure
                    .resolve(pool.argument("lambda_config").get("pre_sign_up"))
                    .isAbsent()) {
                report.warning(place, message, HINT + ", or let a `lambda_config.pre_sign_up` function decide");
            }
        }
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;

/** A password alone opens the account of whoever reused it elsewhere. */
final class PeopleWithoutMfa {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "people-without-mfa",
                    Severity.WARNING,
                    "a user pool of people without a second factor",
                    PeopleWithoutMfa::judge)
            .fixedInFile("set `user_pool.mfa` to `ON` or `OPTIONAL`");

    private static final String ATTRIBUTE = "mfa_configuration";

    private PeopleWithoutMfa() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource pool : infrastructure.ofType("aws_cognito_user_pool")) {
            Value mfa = infrastructure.resolve(pool.argument(ATTRIBUTE));
            Place place = Place.of(pool, ATTRIBUTE);
            PoolUsers users = PoolUsers.of(pool, surface);
            boolean passwords = users == PoolUsers.PASSWORDS || users == PoolUsers.UNKNOWN;
            if (!passwords || mfa.is("ON") || mfa.is("OPTIONAL") || !report.knows(place, mfa)) {
                continue;
            }
            if (users == PoolUsers.UNKNOWN) {
                report.undecided(place, "whether people sign in to it is not known");
            } else {
                report.warning(
                        place,
                        "people sign in to user pool `" + pool.address() + "` with a password alone",
                        "set `" + ATTRIBUTE + "` to `ON` or `OPTIONAL`, and say with what, as in"
                                + " `software_token_mfa_configuration { enabled = true }`");
            }
        }
    }
}

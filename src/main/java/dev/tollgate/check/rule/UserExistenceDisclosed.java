package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;

/** Without the setting a failed sign-in tells a stranger whether there is such a user. */
final class UserExistenceDisclosed {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "user-existence-disclosed",
            Severity.WARNING,
            "an app client that reveals who has an account",
            UserExistenceDisclosed::judge);

    private static final String ATTRIBUTE = "prevent_user_existence_errors";

    private UserExistenceDisclosed() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            Value prevented = infrastructure.resolve(client.resource().argument(ATTRIBUTE));
            Place place = Place.of(client.resource(), ATTRIBUTE);
            if (prevented.is("ENABLED") || client.isForMachines()) {
                continue;
            }
            if (!client.certain()) {
                report.undecided(place, "whether users sign in through it is not known");
            } else if (report.knows(place, prevented)) {
                report.warning(
                        place,
                        "app client `" + client.resource().address()
                                + "` answers `UserNotFoundException` when nobody has the name",
                        "set `" + ATTRIBUTE + " = \"ENABLED\"`; the default is `LEGACY`");
            }
        }
    }
}

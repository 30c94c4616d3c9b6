package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;

/** A stolen refresh token works to its end when it cannot be revoked. */
final class TokenRevocationOff {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "token-revocation-off",
            Severity.WARNING,
            "an app client whose refresh tokens cannot be revoked",
            TokenRevocationOff::judge);

    private static final String ATTRIBUTE = "enable_token_revocation";

    private TokenRevocationOff() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            Value enabled = infrastructure.resolve(client.resource().argument(ATTRIBUTE));
            Place place = Place.of(client.resource(), ATTRIBUTE);
            if (client.isForMachines() || enabled.isAbsent() || enabled.is("true")) {
                continue;
            }
            if (report.knows(place, enabled)) {
                report.warning(
                        place,
                        "refresh tokens of app client `" + client.resource().address() + "` cannot be revoked",
                        "set `" + ATTRIBUTE + " = true`, which is Cognito's default");
            }
        }
    }
}

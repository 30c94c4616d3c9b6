package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A refresh token of no use: there is nothing left to renew when the access or ID token ends. Cognito refuses one that
 * ends before them. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 */
final class RefreshShorterThanAccess {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "refresh-shorter-than-access",
                    Severity.ERROR,
                    "a refresh token that expires no later than the token it renews",
                    RefreshShorterThanAccess::judge)
            .andOfFile(RefreshShorterThanAccess::judge)
            .formerly("token-lifetime-out-of-bounds");

    private static final int MINUTES_A_DAY = 24 * 60;

    private RefreshShorterThanAccess() {}

    /** A file counts in whole days, and Cognito takes no access token of more than one: none ends before. */
    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            boolean refreshes = client.usesInitiateAuth() || client.oauthFlows().contains("code");
            int longest = Math.max(client.accessTokenMinutes(), client.idTokenMinutes());
            if (refreshes && longest > 0 && client.refreshTokenDays() * MINUTES_A_DAY <= longest) {
                report.warning(
                        KeyPath.of("clients", client.id(), "refresh_token_days"),
                        "client `" + client.id() + "` has `refresh_token_days = " + client.refreshTokenDays()
                                + "`, no longer than the " + longest + " minutes of the token it renews",
                        "shorten `access_token_minutes` and `id_token_minutes`, or lengthen `refresh_token_days`");
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            if (!client.isForMachines()) {
                judge(infrastructure, client, report);
            }
        }
    }

    private static void judge(Infrastructure infrastructure, PoolClient client, TerraformReport report) {
        Optional<BigDecimal> refresh = Lifetimes.seconds(infrastructure, client, Lifetimes.Token.REFRESH);
        for (Lifetimes.Token token : new Lifetimes.Token[] {Lifetimes.Token.ACCESS, Lifetimes.Token.ID}) {
            Optional<BigDecimal> renewed = Lifetimes.seconds(infrastructure, client, token);
            if (refresh.isEmpty() || renewed.isEmpty() || refresh.get().compareTo(renewed.get()) > 0) {
                continue;
            }
            boolean before = refresh.get().compareTo(renewed.get()) < 0;
            Place place = Place.of(client.resource(), Lifetimes.Token.REFRESH.attribute());
            String message = "app client `" + client.resource().address() + "`: its refresh token expires after "
                    + Lifetimes.shown(refresh.get()) + (before ? ", before the " : ", with the ") + token.words()
                    + (before ? " of " + Lifetimes.shown(renewed.get()) : "") + " that it renews";
            String hint = "lengthen `refresh_token_validity`, or shorten `" + token.attribute() + "`";
            if (before) {
                report.error(place, message, hint);
            } else {
                report.warning(place, message, hint);
            }
        }
    }
}

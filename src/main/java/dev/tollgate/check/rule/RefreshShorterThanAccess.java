package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** A refresh token of no use: there is nothing left to renew when the access or ID token ends. */
final class RefreshShorterThanAccess {

    static final CheckRule RULE = CheckRule.ofFile(
            "refresh-shorter-than-access",
            Severity.WARNING,
            "a refresh token that ends with the token it renews, or before",
            RefreshShorterThanAccess::judge);

    private RefreshShorterThanAccess() {}

    private static final int MINUTES_A_DAY = 24 * 60;

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
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** Cognito refuses {@code code} and {@code implicit} to a client without a callback URL. */
final class RedirectWithoutCallback {

    static final CheckRule RULE = CheckRule.ofFile(
            "redirect-without-callback",
            Severity.ERROR,
            "a client for sign-in pages without an address to return to",
            RedirectWithoutCallback::judge);

    private RedirectWithoutCallback() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (client.usesRedirects() && client.callbackUrls().isEmpty()) {
                report.error(
                        KeyPath.of("clients", client.id()),
                        "client `" + client.id() + "` uses `"
                                + (client.oauthFlows().contains("code") ? "code" : "implicit")
                                + "` without `callback_urls`, which Cognito refuses",
                        "add `callback_urls`, such as `[\"https://app.example.com/callback\"]`");
            }
        }
    }
}

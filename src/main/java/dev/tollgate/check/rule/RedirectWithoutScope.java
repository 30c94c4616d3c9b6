package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** Cognito refuses {@code code} and {@code implicit} to a client without scopes. */
final class RedirectWithoutScope {

    static final CheckRule RULE = CheckRule.ofFile(
            "redirect-without-scope",
            Severity.ERROR,
            "a client for sign-in pages that may ask for no scope",
            RedirectWithoutScope::judge);

    private RedirectWithoutScope() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (client.usesRedirects() && client.scopes().isEmpty()) {
                report.error(
                        KeyPath.of("clients", client.id()),
                        "client `" + client.id() + "` uses `"
                                + (client.oauthFlows().contains("code") ? "code" : "implicit")
                                + "` without `scopes`, which Cognito refuses",
                        "add `openid` to the client's `scopes`, and the scopes that its routes accept");
            }
        }
    }
}

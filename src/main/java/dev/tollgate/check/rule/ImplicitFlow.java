package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** The implicit grant puts tokens into the browser's history and into referrers; OAuth 2.1 drops it. */
final class ImplicitFlow {

    static final CheckRule RULE = CheckRule.ofFile(
            "implicit-flow",
            Severity.WARNING,
            "a client that gets tokens in the address of a page",
            ImplicitFlow::judge);

    private ImplicitFlow() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            int position = client.oauthFlows().indexOf("implicit");
            if (position >= 0) {
                report.warning(
                        KeyPath.of("clients", client.id(), "oauth_flows", position),
                        "client `" + client.id() + "` uses `implicit`, which puts tokens into the address of a page",
                        "use `code`, with PKCE for a client without a secret");
            }
        }
    }
}

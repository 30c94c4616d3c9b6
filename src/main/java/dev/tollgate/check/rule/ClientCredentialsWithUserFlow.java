package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** Cognito refuses a client that has {@code client_credentials} beside {@code code} or {@code implicit}. */
final class ClientCredentialsWithUserFlow {

    static final CheckRule RULE = CheckRule.ofFile(
            "client-credentials-with-user-flow",
            Severity.ERROR,
            "one client for machines and for people",
            ClientCredentialsWithUserFlow::judge);

    private ClientCredentialsWithUserFlow() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (client.usesClientCredentials() && client.usesRedirects()) {
                report.error(
                        KeyPath.of("clients", client.id(), "oauth_flows"),
                        "client `" + client.id() + "` has `client_credentials` beside "
                                + Wording.listed(client.oauthFlows().stream()
                                        .filter(flow -> !flow.equals("client_credentials"))
                                        .toList())
                                + ", which Cognito refuses",
                        "make two clients, one for machines and one for people");
            }
        }
    }
}

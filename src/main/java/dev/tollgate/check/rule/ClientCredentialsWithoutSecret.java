package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** Cognito gives {@code client_credentials} only to clients with a secret. */
final class ClientCredentialsWithoutSecret {

    static final CheckRule RULE = CheckRule.ofFile(
            "client-credentials-without-secret",
            Severity.ERROR,
            "a machine without a secret",
            ClientCredentialsWithoutSecret::judge);

    private ClientCredentialsWithoutSecret() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (client.usesClientCredentials() && !client.hasSecret()) {
                report.error(
                        KeyPath.of("clients", client.id(), "secret"),
                        "client `" + client.id()
                                + "` uses `client_credentials` without a secret, which Cognito refuses",
                        "remove `secret = false`");
            }
        }
    }
}

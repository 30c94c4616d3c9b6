package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Scope;

/** Cognito refuses its own scopes, which say something about a person, to {@code client_credentials}. */
final class ClientCredentialsWithOpenid {

    static final CheckRule RULE = CheckRule.ofFile(
            "client-credentials-with-openid",
            Severity.ERROR,
            "a machine that asks for a scope of people",
            ClientCredentialsWithOpenid::judge);

    private ClientCredentialsWithOpenid() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (!client.usesClientCredentials() || client.usesRedirects()) {
                continue;
            }
            for (int i = 0; i < client.scopes().size(); i++) {
                String scope = client.scopes().get(i);
                if (Scope.isStandard(scope)) {
                    report.error(
                            KeyPath.of("clients", client.id(), "scopes", i),
                            "client `" + client.id() + "` uses `client_credentials` and asks for `" + scope
                                    + "`, which is about people; only scopes of resource servers are allowed",
                            "remove `" + scope + "`, or make a client of its own for people");
                }
            }
        }
    }
}

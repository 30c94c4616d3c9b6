package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import java.util.List;

/** Cognito refuses {@code client_credentials} to a client without a scope of a resource server. */
final class ClientCredentialsWithoutScope {

    static final CheckRule RULE = CheckRule.ofFile(
            "client-credentials-without-scope",
            Severity.ERROR,
            "a machine that may ask for no scope of a resource server",
            ClientCredentialsWithoutScope::judge);

    private ClientCredentialsWithoutScope() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (client.usesClientCredentials() && client.customScopes().isEmpty()) {
                report.error(
                        KeyPath.of("clients", client.id()),
                        "client `" + client.id()
                                + "` uses `client_credentials` without a scope of a resource server, which Cognito refuses",
                        hint(environment));
            }
        }
    }

    private static String hint(Environment environment) {
        List<String> scopes = environment.resourceServers().stream()
                .flatMap(server -> server.scopes().stream())
                .toList();
        return scopes.isEmpty()
                ? "define a scope in `resource_servers` and add it to the client's `scopes`"
                : "add one of " + Wording.listed(scopes) + " to the client's `scopes`";
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;

/** A client without a flow that begins a session: {@code REFRESH_TOKEN} alone renews what nobody has. */
final class ClientWithoutFlow {

    static final CheckRule RULE = CheckRule.ofFile(
            "client-without-flow", Severity.ERROR, "a client that can obtain no token", ClientWithoutFlow::judge);

    private ClientWithoutFlow() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (!client.usesTokenEndpoint() && !client.usesInitiateAuth()) {
                report.error(
                        KeyPath.of("clients", client.id()),
                        "client `" + client.id() + "` has no flow that gives it a token",
                        "add `oauth_flows`, such as `client_credentials` for a machine, or `auth_flows`, such as"
                                + " `USER_SRP` for people");
            }
        }
    }
}

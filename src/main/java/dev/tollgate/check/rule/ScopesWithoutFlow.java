package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Scope;

/** Scopes of a client that only uses {@code InitiateAuth}, whose tokens never carry them. */
final class ScopesWithoutFlow {

    static final CheckRule RULE = CheckRule.ofFile(
            "scopes-without-flow",
            Severity.WARNING,
            "scopes that no flow of the client carries",
            ScopesWithoutFlow::judge);

    private ScopesWithoutFlow() {}

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            if (!client.scopes().isEmpty() && !client.usesTokenEndpoint() && client.usesInitiateAuth()) {
                report.warning(
                        KeyPath.of("clients", client.id(), "scopes"),
                        "client `" + client.id() + "` never gets its `scopes`: tokens of `InitiateAuth` carry only `"
                                + Scope.USER_ADMIN + "`",
                        "add `code` to its `oauth_flows`, or remove `scopes`");
            }
        }
    }
}

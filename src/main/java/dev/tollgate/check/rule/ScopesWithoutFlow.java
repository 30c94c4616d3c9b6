package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Scope;

/** Scopes of a client that only uses {@code InitiateAuth}, whose tokens never carry them. */
final class ScopesWithoutFlow {

    static final CheckRule RULE = SeenClient.rule(
            "scopes-without-flow",
            Severity.WARNING,
            "scopes that no flow of the client provides",
            ScopesWithoutFlow::judge);

    private ScopesWithoutFlow() {}

    private static void judge(SeenClient client) {
        if (client.hasNoOauth() && !client.scopes().items().isEmpty()) {
            client.thing()
                    .warning(
                            SeenClient.SCOPES,
                            client.thing().name() + " never gets its "
                                    + client.thing().word(SeenClient.SCOPES) + ": tokens of `InitiateAuth` carry only `"
                                    + Scope.USER_ADMIN + "`",
                            "add `code` to its " + client.thing().word(SeenClient.OAUTH_FLOWS) + ", or remove "
                                    + client.thing().word(SeenClient.SCOPES));
        }
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.ClientSession;
import dev.tollgate.model.Environment;
import dev.tollgate.model.IdentityProvider;
import java.util.ArrayList;
import java.util.List;

/** A client that sends people to a provider which the pool does not have: Cognito refuses the client. */
final class UnknownIdentityProvider {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-identity-provider",
                    Severity.ERROR,
                    "a client names an identity provider that the user pool does not have",
                    UnknownIdentityProvider::judge)
            .needing("user_pool")
            .neverAccepted();

    private UnknownIdentityProvider() {}

    private static void judge(Environment environment, Report report) {
        List<String> known = new ArrayList<>(List.of(ClientSession.POOL));
        environment.identityProviders().stream().map(IdentityProvider::name).forEach(known::add);
        for (AppClient client : environment.clients()) {
            for (String name : client.session().identityProviders()) {
                if (!known.contains(name)) {
                    report.error(
                            KeyPath.of("clients", client.id(), "identity_providers"),
                            "client `" + client.id() + "` names `" + name
                                    + "`, which is not an identity provider of the user pool",
                            Wording.meant(name, known, "user_pool.identity_providers"));
                }
            }
        }
    }
}

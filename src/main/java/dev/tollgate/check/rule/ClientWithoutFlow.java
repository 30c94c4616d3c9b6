package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;

/** A client without a flow that begins a session: {@code REFRESH_TOKEN} alone renews what nobody has. */
final class ClientWithoutFlow {

    static final CheckRule RULE = SeenClient.rule(
            "client-without-flow", Severity.ERROR, "a client that cannot obtain a token", ClientWithoutFlow::judge);

    private ClientWithoutFlow() {}

    private static void judge(SeenClient client) {
        if (client.hasNoOauth() && client.signsNobodyIn()) {
            client.thing()
                    .error(
                            ThingPart.ITSELF,
                            client.thing().name() + " has no flow that gives it a token",
                            "add " + client.thing().word(SeenClient.OAUTH_FLOWS)
                                    + ", such as `client_credentials` for a machine, or "
                                    + client.thing().word(SeenClient.AUTH_FLOWS) + ", such as `"
                                    + client.thing().says("USER_SRP", "ALLOW_USER_SRP_AUTH") + "` for people");
        }
    }
}

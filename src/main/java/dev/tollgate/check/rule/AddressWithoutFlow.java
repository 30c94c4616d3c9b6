package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;
import dev.tollgate.terraform.Value;

/** Cognito returns to a client's addresses from its own pages only, which {@code code} and {@code implicit} lead to. */
final class AddressWithoutFlow {

    static final CheckRule RULE = SeenClient.rule(
            "address-without-flow",
            Severity.WARNING,
            "callback URLs that no flow of the client uses",
            AddressWithoutFlow::judge);

    private AddressWithoutFlow() {}

    private static void judge(SeenClient client) {
        if (client.oauthFlows().isCertain() && client.redirects().isEmpty()) {
            judge(client, SeenClient.CALLBACK_URLS, client.callbackUrls());
            judge(client, SeenClient.LOGOUT_URLS, client.logoutUrls());
        }
    }

    private static void judge(SeenClient client, ThingPart addresses, Value urls) {
        if (!urls.items().isEmpty()) {
            client.thing()
                    .warning(
                            addresses,
                            client.thing().name() + " has " + client.thing().word(addresses)
                                    + ", which only `code` and `implicit` use",
                            "add `code` to its " + client.thing().word(SeenClient.OAUTH_FLOWS) + ", or remove "
                                    + client.thing().word(addresses));
        }
    }
}

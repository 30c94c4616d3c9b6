package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;

/** Cognito refuses {@code code} and {@code implicit} to a client without scopes. */
final class RedirectWithoutScope {

    static final CheckRule RULE = SeenClient.rule(
            "redirect-without-scope",
            Severity.ERROR,
            "a client for sign-in pages without scopes",
            RedirectWithoutScope::judge);

    private RedirectWithoutScope() {}

    private static void judge(SeenClient client) {
        if (client.redirects().isEmpty() || !client.thing().isWithout(SeenClient.SCOPES, client.scopes())) {
            return;
        }
        client.thing()
                .error(
                        ThingPart.ITSELF,
                        client.thing().name() + " uses `" + client.redirects().first() + "` without "
                                + client.thing().word(SeenClient.SCOPES) + ", which Cognito refuses",
                        "add `openid` to the client's " + client.thing().word(SeenClient.SCOPES)
                                + ", and the scopes that its routes accept");
    }
}

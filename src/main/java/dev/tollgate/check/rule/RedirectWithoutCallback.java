package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;

/** Cognito refuses {@code code} and {@code implicit} to a client without a callback URL. */
final class RedirectWithoutCallback {

    static final CheckRule RULE = SeenClient.rule(
            "redirect-without-callback",
            Severity.ERROR,
            "a client for sign-in pages without callback URLs",
            RedirectWithoutCallback::judge);

    private RedirectWithoutCallback() {}

    private static void judge(SeenClient client) {
        if (client.redirects().isEmpty()
                || !client.thing().isWithout(SeenClient.CALLBACK_URLS, client.callbackUrls())) {
            return;
        }
        client.thing()
                .error(
                        ThingPart.ITSELF,
                        client.thing().name() + " uses `" + client.redirects().first()
                                + "` without `callback_urls`, which Cognito refuses",
                        "add `callback_urls`, such as `[\"https://app.example.com/callback\"]`");
    }
}

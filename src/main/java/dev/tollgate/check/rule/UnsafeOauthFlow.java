package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.finding.Severity;
import dev.tollgate.schema.ReturnAddress;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Flows and addresses that hand a token or a password to somebody else, or that Cognito refuses because of that. */
final class UnsafeOauthFlow {

    static final CheckRule RULE = SeenClient.rule(
                    "unsafe-oauth-flow",
                    Severity.ERROR,
                    "an app client that exposes tokens or passwords",
                    UnsafeOauthFlow::judge)
            .formerly("implicit-flow", "unsafe-callback-url");

    private static final Set<String> PASSWORD = Set.of("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s]+");
    private static final Pattern LOCAL = Pattern.compile(ReturnAddress.LOCAL);

    private UnsafeOauthFlow() {}

    private static void judge(SeenClient client) {
        judgeFlows(client);
        judgePasswords(client);
        judgeAddresses(client, SeenClient.CALLBACK_URLS, client.callbackUrls());
        judgeAddresses(client, SeenClient.LOGOUT_URLS, client.logoutUrls());
    }

    private static void judgeFlows(SeenClient client) {
        List<Value> flows = client.oauthFlows().items();
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).is("implicit")) {
                client.thing()
                        .warning(
                                SeenClient.OAUTH_FLOWS.child(String.valueOf(i)),
                                client.thing().name() + " uses `implicit`, which puts tokens into URLs",
                                "use `code`, with PKCE for a client without a secret");
                return;
            }
        }
        client.thing().knows(SeenClient.OAUTH_FLOWS, client.oauthFlows());
    }

    private static void judgePasswords(SeenClient client) {
        List<Value> flows = client.authFlows().items();
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).text().filter(PASSWORD::contains).isPresent()) {
                client.thing()
                        .warning(
                                SeenClient.AUTH_FLOWS.child(String.valueOf(i)),
                                client.thing().name() + " uses `"
                                        + client.thing().says("USER_PASSWORD", "ALLOW_USER_PASSWORD_AUTH")
                                        + "`, which shows it its users' passwords",
                                "use `" + client.thing().says("USER_SRP", "ALLOW_USER_SRP_AUTH")
                                        + "`, or the `code` flow");
                return;
            }
        }
        client.thing().knows(SeenClient.AUTH_FLOWS, client.authFlows());
    }

    private static void judgeAddresses(SeenClient client, ThingPart attribute, Value addresses) {
        List<Value> items = addresses.items();
        for (int i = 0; i < items.size(); i++) {
            judgeAddress(client, attribute, attribute.child(String.valueOf(i)), items.get(i));
        }
    }

    private static void judgeAddress(SeenClient client, ThingPart all, ThingPart at, Value address) {
        if (address.text().isEmpty()) {
            if (!isBegun(address)) {
                client.thing().knows(all, address);
            }
            return;
        }
        String url = address.text().orElse("");
        if (!ABSOLUTE.matcher(url).matches()) {
            client.thing()
                    .error(
                            at,
                            "`" + url + "` is not an absolute URL",
                            "write the whole URL, `https://app.example.com/callback`");
        } else if (url.contains("*")) {
            client.thing().error(at, "`" + url + "` has a `*`; Cognito compares URLs exactly", "list each address");
        } else if (url.contains("#")) {
            client.thing()
                    .error(at, "`" + url + "` has a fragment, which Cognito refuses", "remove `#` and what follows");
        } else if (url.startsWith("http://") && !LOCAL.matcher(url).matches()) {
            client.thing()
                    .error(
                            at,
                            "`" + url + "` has no TLS; only `http://localhost` may do without, for tests",
                            "write `https://" + url.substring("http://".length()) + "`");
        }
    }

    /** Whether it is known to begin with what is safe. */
    private static boolean isBegun(Value address) {
        return address instanceof Value.Template template
                && template.parts()
                        .get(0)
                        .text()
                        .filter(text -> text.startsWith("https://"))
                        .isPresent();
    }
}

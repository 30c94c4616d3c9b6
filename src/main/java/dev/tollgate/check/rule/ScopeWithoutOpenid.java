package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Scopes that stand for claims of an ID token, which only {@code openid} asks for.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
final class ScopeWithoutOpenid {

    static final CheckRule RULE = SeenClient.rule(
            "scope-without-openid",
            Severity.WARNING,
            "scopes of an ID token without `openid`",
            ScopeWithoutOpenid::judge);

    private static final List<String> CLAIMS = List.of("email", "phone", "profile");

    private ScopeWithoutOpenid() {}

    private static void judge(SeenClient client) {
        SortedSet<String> scopes = Texts.of(client.scopes());
        SortedSet<String> claims = new TreeSet<>(scopes);
        claims.retainAll(CLAIMS);
        if (client.scopes().isCertain()
                && !client.redirects().isEmpty()
                && !claims.isEmpty()
                && !scopes.contains("openid")) {
            client.thing()
                    .warning(
                            SeenClient.SCOPES,
                            client.thing().name() + " may ask for `" + claims.first()
                                    + "`, which Cognito gives only together with `openid`",
                            "add `openid` to its " + client.thing().word(SeenClient.SCOPES));
        }
    }
}

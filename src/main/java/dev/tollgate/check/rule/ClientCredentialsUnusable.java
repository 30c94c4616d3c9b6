package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.ThingPart;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Scope;
import dev.tollgate.terraform.Value;
import java.util.List;

/** A machine's client needs several things at once; Cognito refuses it without one of them. */
final class ClientCredentialsUnusable {

    static final CheckRule RULE = SeenClient.rule(
                    "client-credentials-unusable",
                    Severity.ERROR,
                    "an app client that cannot get a token for itself",
                    ClientCredentialsUnusable::judge)
            .formerly(
                    "client-credentials-with-openid",
                    "client-credentials-with-user-flow",
                    "client-credentials-without-scope",
                    "client-credentials-without-secret");

    private ClientCredentialsUnusable() {}

    private static void judge(SeenClient client) {
        if (!client.has(SeenClient.MACHINE)) {
            client.thing().knows(SeenClient.OAUTH_FLOWS, client.oauthFlows());
            return;
        }
        String name = client.thing().name();
        boolean mixed = !client.redirects().isEmpty();
        if (mixed) {
            client.thing()
                    .error(
                            SeenClient.OAUTH_FLOWS,
                            name + " has `client_credentials` beside " + Wording.listed(client.redirects())
                                    + ", which Cognito refuses",
                            "make two clients, one for machines and one for people");
        }
        if (client.thing().knows(SeenClient.SECRET, client.secret())
                && !client.secret().is("true")) {
            client.thing()
                    .error(
                            SeenClient.SECRET,
                            name + " has no secret, without which Cognito refuses `client_credentials`",
                            client.thing().says("remove `secret = false`", "set `generate_secret = true`"));
        }
        if (client.thing().knows(SeenClient.ENABLED, client.enabled())
                && !client.enabled().is("true")) {
            client.thing()
                    .error(
                            SeenClient.ENABLED,
                            name + " has OAuth switched off, so `client_credentials` too",
                            "set `allowed_oauth_flows_user_pool_client = true`");
        }
        judgeScopes(client, mixed);
    }

    private static void judgeScopes(SeenClient client, boolean mixed) {
        List<Value> scopes = client.scopes().items();
        for (int i = 0; i < scopes.size() && !mixed; i++) {
            String scope = scopes.get(i).text().orElse("/");
            if (!scope.contains("/")) {
                client.thing()
                        .error(
                                SeenClient.SCOPES.child(String.valueOf(i)),
                                client.thing().name() + " uses `client_credentials` and asks for `" + scope
                                        + "`, a scope for people; Cognito accepts only scopes of resource servers",
                                "remove `" + scope + "`, or make a client of its own for people");
            }
        }
        boolean custom = scopes.stream()
                .anyMatch(scope -> !scope.text().map(Scope::isStandard).orElse(false));
        if (!custom) {
            client.thing()
                    .error(
                            ThingPart.ITSELF,
                            client.thing().name() + " uses `client_credentials` without a scope of a resource server,"
                                    + " which Cognito refuses",
                            "add a scope of a resource server to the client's "
                                    + client.thing().word(SeenClient.SCOPES) + ", such as `books/read`");
        } else {
            client.thing().knows(SeenClient.SCOPES, client.scopes());
        }
    }
}

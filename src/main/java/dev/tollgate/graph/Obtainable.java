package dev.tollgate.graph;

import dev.tollgate.surface.AppClient;
import dev.tollgate.surface.Scopes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A kind of token that an app client can obtain.
 *
 * @param isAccess whether it is an access token; an ID token otherwise, which carries no scope
 * @param grant the flow that gives it
 */
record Obtainable(boolean isAccess, String grant, Scopes scopes) {

    private static final String SELF_SERVICE = "aws.cognito.signin.user.admin";

    /** Every kind of token that {@code client} is known to obtain. */
    static List<Obtainable> of(AppClient client) {
        List<Obtainable> tokens = new ArrayList<>();
        for (String flow : client.oauthFlows()) {
            if (flow.equals("client_credentials")) {
                TreeSet<String> custom = new TreeSet<>(client.scopes().names());
                custom.removeIf(scope -> !scope.contains("/"));
                tokens.add(new Obtainable(
                        true, flow, new Scopes(custom, client.scopes().certain())));
            } else {
                tokens.add(new Obtainable(true, flow, client.scopes()));
                if (client.scopes().names().contains("openid")) {
                    tokens.add(new Obtainable(false, flow, Scopes.NONE));
                }
            }
        }
        if (client.signsUsersInDirectly()) {
            tokens.add(new Obtainable(true, "InitiateAuth", Scopes.of(List.of(SELF_SERVICE))));
            tokens.add(new Obtainable(false, "InitiateAuth", Scopes.NONE));
        }
        return tokens;
    }

    /** {@code access or ID token, InitiateAuth}. */
    static String words(List<Obtainable> tokens) {
        TreeSet<String> kinds = new TreeSet<>(Comparator.reverseOrder());
        TreeSet<String> grants = new TreeSet<>();
        for (Obtainable token : tokens) {
            kinds.add(token.isAccess ? "access" : "ID");
            grants.add(token.grant);
        }
        return String.join(" or ", kinds) + " token, " + String.join(" or ", grants);
    }
}

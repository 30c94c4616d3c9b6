package dev.tollgate.graph;

import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.TokenUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A kind of token that an app client can obtain.
 *
 * @param grant the flow that gives it
 */
record Obtainable(TokenUse use, String grant, Scopes scopes) {

    private static final String SELF_SERVICE = "aws.cognito.signin.user.admin";

    /** Every kind of token that {@code client} is known to obtain. */
    static List<Obtainable> of(PoolClient client) {
        List<Obtainable> tokens = new ArrayList<>();
        for (String flow : client.oauthFlows()) {
            if (flow.equals("client_credentials")) {
                TreeSet<String> custom = new TreeSet<>(client.scopes().names());
                custom.removeIf(scope -> !scope.contains("/"));
                tokens.add(new Obtainable(
                        TokenUse.ACCESS,
                        flow,
                        new Scopes(custom, client.scopes().certain())));
            } else {
                tokens.add(new Obtainable(TokenUse.ACCESS, flow, client.scopes()));
                if (client.scopes().names().contains("openid")) {
                    tokens.add(new Obtainable(TokenUse.ID, flow, Scopes.NONE));
                }
            }
        }
        if (client.signsUsersInDirectly()) {
            tokens.add(new Obtainable(TokenUse.ACCESS, "InitiateAuth", Scopes.of(List.of(SELF_SERVICE))));
            tokens.add(new Obtainable(TokenUse.ID, "InitiateAuth", Scopes.NONE));
        }
        return tokens;
    }

    /** {@code access or ID token, InitiateAuth}. */
    static String words(List<Obtainable> tokens) {
        TreeSet<String> kinds = new TreeSet<>(Comparator.reverseOrder());
        TreeSet<String> grants = new TreeSet<>();
        for (Obtainable token : tokens) {
            kinds.add(token.use == TokenUse.ACCESS ? "access" : "ID");
            grants.add(token.grant);
        }
        return String.join(" or ", kinds) + " token, " + String.join(" or ", grants);
    }
}

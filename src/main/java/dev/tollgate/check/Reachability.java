package dev.tollgate.check;

import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import dev.tollgate.surface.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens the clients of an environment can obtain, and which of them each secured route lets pass.
 *
 * <p>The clients of the file are those that its authorizer is made for: on HTTP each is in the audience, and REST does
 * not look at it.
 *
 * @param isKnown false when tokens come from an issuer that Tollgate knows nothing of; then nothing is in the rest
 * @param routes the secured routes
 */
public record Reachability(boolean isKnown, List<RouteTokens> routes) {

    public Reachability {
        routes = List.copyOf(routes);
    }

    /** A secured route, and the tokens that pass it. */
    public record RouteTokens(Route route, List<Token> tokens) {

        public RouteTokens {
            tokens = List.copyOf(tokens);
        }
    }

    /** The reachability of every secured route of {@code environment}. */
    public static Reachability of(Environment environment) {
        if (environment.authorizer().external().isPresent()) {
            return new Reachability(false, List.of());
        }
        List<Token> tokens = new ArrayList<>();
        environment.clients().forEach(client -> tokens.addAll(Tokens.of(client)));
        List<RouteTokens> routes = new ArrayList<>();
        for (Route route : environment.securedRoutes()) {
            Gate gate = Gates.of(environment, route);
            routes.add(new RouteTokens(
                    route,
                    tokens.stream()
                            .filter(token -> gate.decide(token.proof()).passes())
                            .toList()));
        }
        return new Reachability(true, routes);
    }

    /** Why no token of {@code client} passes {@code route}, which none does: what the client has, or has not. */
    public static String whyNot(Route route, AppClient client) {
        if (Tokens.of(client).isEmpty()) {
            return "has no flow that gives it a token";
        }
        List<String> scopes = route.authorization().scopes();
        if (!scopes.isEmpty()) {
            return client.usesTokenEndpoint()
                    ? "has no `" + String.join("` or `", scopes) + "` among its scopes"
                    : "has only `InitiateAuth`, whose access tokens carry just `" + Scope.USER_ADMIN + "`";
        }
        return client.usesRedirects()
                ? "has no `openid` among its scopes, so it gets no ID token"
                : "has access tokens only, and a REST route without scopes takes ID tokens only";
    }
}

package dev.tollgate.check;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.model.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which tokens the clients of an environment can obtain, and which of them each secured route lets pass.
 *
 * <p>A REST route without scopes takes ID tokens only, one with scopes access tokens only; an HTTP route without scopes
 * takes both. The claim that names the client is not checked on REST, and on HTTP every client of the file is in the
 * audience, so that neither tells this environment's clients apart.
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
            routes.add(new RouteTokens(
                    route,
                    tokens.stream()
                            .filter(token -> passes(environment.kind(), route, token))
                            .toList()));
        }
        return new Reachability(true, routes);
    }

    private static boolean passes(ApiKind kind, Route route, Token token) {
        List<String> scopes = route.authorization().scopes();
        if (!scopes.isEmpty()) {
            return token.use() == Token.Use.ACCESS && !Collections.disjoint(token.scopes(), scopes);
        }
        return kind == ApiKind.HTTP || token.use() == Token.Use.ID;
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

package dev.tollgate.gateway.engine;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Scopes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A route to serve.
 *
 * @param method {@code GET}, {@code ANY}; empty for {@code $default}
 * @param path {@code /books/{id}}; {@code $default}
 * @param authorizer empty for a route that is open to anyone
 * @param scopes one of which a token has to carry; none required when empty
 * @param required parameters without which a REST API does not call the target, {@code header.x}
 */
public record GatewayRoute(
        String method,
        String path,
        Optional<GatewayAuthorizer> authorizer,
        List<String> scopes,
        LocalTarget target,
        List<String> required) {

    /** What {@code ANY} stands for. */
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    public GatewayRoute {
        scopes = List.copyOf(scopes);
        required = List.copyOf(required);
    }

    /** {@code GET /books}, or {@code $default}. */
    public String key() {
        return method.isEmpty() ? path : method + " " + path;
    }

    /** Who passes, where the route is one of an API of {@code api} kind. */
    public Gate gate(GatewayApi.Kind api) {
        Access access =
                authorizer.isEmpty() ? new Access.Open() : new Access.Token(Optional.empty(), Scopes.of(scopes));
        return new Gate(api == GatewayApi.Kind.REST ? Api.Kind.REST : Api.Kind.HTTP, access, false);
    }

    /** Whether it answers {@code method}, by name or because it is {@code ANY}. */
    boolean answers(String method) {
        return METHODS.contains(method)
                && (this.method.isEmpty() || this.method.equals("ANY") || this.method.equals(method));
    }
}

package dev.tollgate.gateway.engine;

import java.util.List;
import java.util.Optional;

/**
 * A route to serve.
 *
 * @param method {@code GET}, {@code ANY}; empty for {@code $default}
 * @param path {@code /books/{id}}; {@code $default}
 * @param authorizer empty for a route that is open to anyone
 * @param scopes one of which a token has to carry; none demanded when empty
 */
public record GatewayRoute(
        String method, String path, Optional<GatewayAuthorizer> authorizer, List<String> scopes, LocalTarget target) {

    public GatewayRoute {
        scopes = List.copyOf(scopes);
    }

    /** {@code GET /books}, or {@code $default}. */
    public String key() {
        return method.isEmpty() ? path : method + " " + path;
    }

    /** Whether it answers {@code method}, by name or because it is {@code ANY}. */
    boolean answers(String method) {
        return this.method.isEmpty() || this.method.equals("ANY") || this.method.equals(method);
    }

    /** The path's parts. */
    List<String> segments() {
        return segments(path);
    }

    /** The parts between the slashes; a slash at the end makes no part. */
    static List<String> segments(String path) {
        List<String> parts = new java.util.ArrayList<>(List.of(path.split("/", -1)));
        if (!parts.isEmpty() && parts.get(0).isEmpty()) {
            parts.remove(0);
        }
        if (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts;
    }
}

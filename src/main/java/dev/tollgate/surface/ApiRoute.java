package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.Optional;

/**
 * A method of a REST API or a route of an HTTP API.
 *
 * @param resource the method's or route's; the API's own when it comes from an OpenAPI {@code body}
 * @param method {@code GET}, {@code ANY}; empty for {@code $default} and what is no HTTP route
 * @param path {@code /books/{id}}; {@code $default} for that route
 * @param access what it requires of a caller
 * @param integration what it calls, where there is one
 * @param apiKey whether an API key is required too, which is no authorization
 */
public record ApiRoute(
        Resource resource, String method, String path, Access access, Optional<Integration> integration, boolean apiKey)
        implements Comparable<ApiRoute> {

    /** {@code GET /books}, or {@code $default}. */
    public String key() {
        return method.isEmpty() ? path : method + " " + path;
    }

    /** Whether it is the preflight's method, which browsers send without a token. */
    public boolean isPreflight() {
        return method.equals("OPTIONS");
    }

    /** Whether it is a preflight's method that API Gateway answers itself: nothing that anybody calls. */
    public boolean isAnsweredPreflight() {
        return isPreflight()
                && access.isOpen()
                && integration.filter(Integration.Mock.class::isInstance).isPresent();
    }

    @Override
    public int compareTo(ApiRoute other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }
}

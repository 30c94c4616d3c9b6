package dev.tollgate.init.openapi;

import dev.tollgate.model.RouteKey;
import java.util.Optional;
import java.util.Set;

/**
 * The route that {@code tollgate openapi} wrote an operation from: OpenAPI knows neither ANY nor {@code $default}, so
 * {@code x-tollgate-route} keeps them.
 */
final class Origin {

    private static final String KEY = "x-tollgate-route";
    /** OPTIONS may be missing: preflights that API Gateway answers by itself are in no document. */
    private static final Set<String> ALL = Set.of("delete", "get", "head", "patch", "post", "put");

    private Origin() {}

    /**
     * The route of {@code operation}, if it names one that answers {@code method} on {@code path} and all it answers.
     */
    static Optional<RouteKey> of(Tree operation, Tree item, String method, String path) {
        Optional<RouteKey> route = operation
                .text(KEY)
                .filter(text -> RouteKey.problem(text).isEmpty())
                .map(RouteKey::parse)
                .filter(key -> key.method().equals(method) || key.method().equals("ANY"));
        boolean whole = item.members().keySet().containsAll(ALL);
        return route.filter(key -> isAt(key, path) && (whole || key.method().equals(method)));
    }

    private static boolean isAt(RouteKey key, String path) {
        if (key.isDefault()) {
            return path.equals("/" + RouteKey.DEFAULT);
        }
        return RouteKey.problem("ANY " + path).isEmpty()
                && RouteKey.parse("ANY " + path).shape().equals(key.shape());
    }
}

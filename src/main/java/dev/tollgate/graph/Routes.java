package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Gate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups routes for the picture: same authorization in one box, the methods of a path on one line. */
final class Routes {

    /** More of them tell less than how many there are. */
    private static final int MOST_PREFLIGHTS = 4;

    private Routes() {}

    /** The tone of {@code route}; a preflight that a mock answers is no anonymous call of a function. */
    static Tone tone(ApiRoute route) {
        return route.isAnsweredPreflight() ? Tone.PREFLIGHT : Tone.of(route.access());
    }

    /** What {@code route} requires. */
    static String demand(Api api, ApiRoute route) {
        return route.isAnsweredPreflight()
                ? "preflight: no token"
                : Gate.of(api, route).demand().label();
    }

    /** {@code DELETE, GET /book/{id}}, a line for each path in the order of {@code routes}. */
    static List<String> lines(Collection<ApiRoute> routes) {
        if (routes.size() > MOST_PREFLIGHTS && routes.stream().allMatch(ApiRoute::isAnsweredPreflight)) {
            return List.of("OPTIONS on " + routes.size() + " paths");
        }
        Map<String, List<String>> methods = new LinkedHashMap<>();
        for (ApiRoute route : routes) {
            List<String> of = methods.computeIfAbsent(route.path(), path -> new ArrayList<>());
            if (!route.method().isEmpty()) {
                of.add(route.method());
            }
        }
        List<String> lines = new ArrayList<>();
        methods.forEach((path, of) -> lines.add((String.join(", ", of) + " " + path).strip()));
        return lines;
    }
}

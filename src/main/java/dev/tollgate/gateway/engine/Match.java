package dev.tollgate.gateway.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request's path and method lead to. */
sealed interface Match {

    /**
     * A route.
     *
     * @param path without the stage
     * @param parameters decoded values of the path's parameters
     */
    record Found(GatewayRoute route, String path, SortedMap<String, String> parameters) implements Match {
        public Found {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /** No stage of that name. */
    record NoStage() implements Match {}

    /** No route. */
    record NoRoute() implements Match {}

    /** No route, and the API's own CORS answers. */
    record Preflight() implements Match {}
}

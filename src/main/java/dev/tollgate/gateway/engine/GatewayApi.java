package dev.tollgate.gateway.engine;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An API to serve.
 *
 * @param id made up, as AWS gives one at apply
 * @param stage {@code $default}, or a name that is the first part of every path
 * @param resources every path of a REST API, those without a method too: they hide a greedy one
 * @param cors of an HTTP API
 * @param responses of a REST API, by type: {@code UNAUTHORIZED}, {@code DEFAULT_4XX}
 * @param binaryTypes media types whose bodies a REST API takes for bytes
 * @param throttle of the stage, where one is set
 * @param closed why nobody reaches it, where nobody does
 */
public record GatewayApi(
        Kind kind,
        String id,
        String account,
        String region,
        String stage,
        List<GatewayRoute> routes,
        List<String> resources,
        Optional<HttpCors> cors,
        SortedMap<String, GatewayResponse> responses,
        List<String> binaryTypes,
        Optional<Throttle> throttle,
        Optional<String> closed) {

    /** What kind of API it is. */
    public enum Kind {
        REST,
        HTTP
    }

    /** Requests a second, and how many at once. */
    public record Throttle(double rate, int burst) {}

    public GatewayApi {
        routes = List.copyOf(routes);
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
        resources = List.copyOf(resources);
        binaryTypes = List.copyOf(binaryTypes);
    }

    /** What every path begins with: {@code /prod}, or nothing for {@code $default}. */
    public String base() {
        return stage.equals("$default") ? "" : "/" + stage;
    }

    /** The name that AWS would give it. */
    String domain() {
        return id + ".execute-api." + region + ".amazonaws.com";
    }
}

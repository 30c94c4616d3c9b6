package dev.tollgate.pipeline;

import dev.tollgate.pipeline.RestApiAtAws.Kind;
import dev.tollgate.pipeline.RestApiAtAws.Part;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.RestParts;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a REST API differs from its Terraform, method by method. Terraform compares a document with its own state, and
 * of an API with a resource a route only those that it knows: what somebody adds is in no plan.
 */
public final class RestDrift {

    private RestDrift() {}

    /** One line a difference of {@code deployed} from {@code emitted}, which has one API; none when they agree. */
    public static List<String> between(Infrastructure emitted, RestApiAtAws deployed) {
        SortedMap<String, ApiRoute> wanted = new TreeMap<>();
        SurfaceReader.read(emitted).apis().forEach(api -> api.routes()
                .forEach(route -> wanted.put(RestParts.method(route.method(), route.path()), route)));
        Map<String, Part> there = new TreeMap<>(deployed.parts());
        there.values().removeIf(part -> part.kind() != Kind.METHOD);
        List<String> lines = new ArrayList<>();
        wanted.forEach((name, route) ->
                difference(route, Optional.ofNullable(there.get(name))).ifPresent(lines::add));
        there.forEach((name, part) -> {
            if (!wanted.containsKey(name)) {
                lines.add("API Gateway has `" + part.name() + "` (" + part.demand()
                        + "), and the environment file does not");
            }
        });
        return lines;
    }

    private static Optional<String> difference(ApiRoute route, Optional<Part> there) {
        if (there.isEmpty()) {
            return Optional.of("API Gateway has no `" + route.key() + "`, which the environment file has");
        }
        Optional<String> demand = demand(route);
        String found = there.get().demand();
        return demand.filter(wanted -> !wanted.equals(found))
                .map(wanted -> "API Gateway demands " + found + " of `" + route.key() + "`, and the environment file "
                        + wanted);
    }

    /** As API Gateway says it; empty where it is not known before apply. */
    private static Optional<String> demand(ApiRoute route) {
        if (route.access().unknown().isPresent() || !route.access().scopes().certain()) {
            return Optional.empty();
        }
        String scopes = String.join(", ", new TreeSet<>(route.access().scopes().names()));
        return route.resource()
                .get("authorization")
                .text()
                .map(type -> (type + " " + scopes).strip() + (route.apiKey() ? " and an API key" : ""));
    }
}

package dev.tollgate.init.openapi;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.RouteKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The document's methods and paths as route keys, no two of which answer the same requests. */
final class DocumentRouteKeys {

    private final ApiKind kind;
    private final Notes notes;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    DocumentRouteKeys(ApiKind kind, Notes notes) {
        this.kind = kind;
        this.notes = notes;
    }

    /** The key of {@code method} on {@code path}; empty, and noted, when API Gateway has no such route. */
    Optional<RouteKey> of(String method, String path) {
        String written = method + " " + path;
        if (path.equals("/" + RouteKey.DEFAULT)) {
            return kept(new RouteKey("ANY", RouteKey.DEFAULT), written);
        }
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!trimmed.equals(path)) {
            notes.add("`" + written + "` is written without the `/` at its end");
        }
        Optional<String> problem = RouteKey.problem(method + " " + trimmed, kind);
        if (problem.isPresent()) {
            notes.add("`" + written + "` is left out: it " + problem.get());
            return Optional.empty();
        }
        return kept(new RouteKey(method, oneNameEach(trimmed, written)), written);
    }

    private Optional<RouteKey> kept(RouteKey key, String written) {
        if (!shapes.add(key.method() + " " + key.shape())) {
            notes.add("`" + written + "` is left out: another route answers the same requests");
            return Optional.empty();
        }
        if (!ids.add(key.id(kind))) {
            notes.add("`" + written + "` is left out: another route has the same name in Terraform, `" + key.id(kind)
                    + "`");
            return Optional.empty();
        }
        for (List<String> segments : kind == ApiKind.REST ? key.resources() : List.<List<String>>of()) {
            String id = RouteKey.pathId(segments, kind, "root");
            List<String> other = paths.putIfAbsent(id, segments);
            if (other != null && !other.equals(segments)) {
                notes.add("`" + written + "` is left out: `/" + String.join("/", segments) + "` and `/"
                        + String.join("/", other) + "` have the same name in Terraform, `" + id + "`");
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** A REST API has one parameter in each place, so one name for it. */
    private String oneNameEach(String path, String written) {
        if (kind != ApiKind.REST) {
            return path;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : RouteKey.parse("ANY " + path).segments()) {
            String place = RouteKey.shape(segments) + (segment.endsWith("+}") ? "{+}" : "{}");
            String name = segment.startsWith("{") ? parameters.computeIfAbsent(place, first -> segment) : segment;
            if (!name.equals(segment) && segments.contains(name)) {
                name = segment;
            }
            if (!name.equals(segment)) {
                notes.add("`" + written + "`: the parameter `" + segment + "` is called `" + name
                        + "`, as in the other routes of that place");
            }
            segments.add(name);
        }
        return "/" + String.join("/", segments);
    }
}

package dev.tollgate.gateway.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the route of a request. An HTTP API looks for a full match, then for the longest greedy one, then for
 * {@code $default}, among the routes that answer the method; a REST API finds the resource first, whatever its methods.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
final class Routing {

    private final GatewayApi api;

    Routing(GatewayApi api) {
        this.api = api;
    }

    Match match(Call call) {
        Optional<String> path = withoutStage(call.rawPath());
        if (path.isEmpty()) {
            return new Match.NoStage();
        }
        List<String> parts = parts(path.get());
        Optional<GatewayRoute> found = isRest() ? rest(parts, call.method()) : http(parts, call.method());
        if (found.isPresent()) {
            String seen = isRest() ? begun(path.get()) : path.get();
            return new Match.Found(found.get(), seen, parameters(found.get(), seen, parts));
        }
        boolean preflight = api.cors().isPresent() && call.method().equals("OPTIONS");
        return preflight ? new Match.Preflight() : new Match.NoRoute();
    }

    private boolean isRest() {
        return api.kind() == GatewayApi.Kind.REST;
    }

    /** The parts between the slashes. A REST API passes over empty ones; to an HTTP API a slash at the end counts. */
    private List<String> parts(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.remove(0);
        if (isRest()) {
            parts.removeIf(String::isEmpty);
        }
        return parts;
    }

    private Optional<String> withoutStage(String path) {
        if (api.base().isEmpty()) {
            return Optional.of(path);
        }
        String begun = isRest() ? begun(path) : path;
        if (begun.equals(api.base())) {
            return Optional.of("/");
        }
        return begun.startsWith(api.base() + "/")
                ? Optional.of(begun.substring(api.base().length()))
                : Optional.empty();
    }

    /** To a REST API a path begins with one slash, however many were sent. */
    static String begun(String path) {
        return path.replaceFirst("^/+", "/");
    }

    private Optional<GatewayRoute> rest(List<String> parts, String method) {
        Optional<String> resource = api.resources().stream()
                .filter(path -> fits(parts(path), parts))
                .min(this::byPrecision);
        return resource.flatMap(path -> api.routes().stream()
                .filter(route -> route.path().equals(path) && route.answers(method))
                .min(Comparator.comparing(route -> route.method().equals("ANY"))));
    }

    private Optional<GatewayRoute> http(List<String> parts, String method) {
        Optional<GatewayRoute> matched = api.routes().stream()
                .filter(route -> !route.method().isEmpty() && route.answers(method) && fits(parts(route.path()), parts))
                .min(Comparator.comparing(GatewayRoute::path, this::byPrecision)
                        .thenComparing(route -> route.method().equals("ANY")));
        return matched.or(() ->
                api.routes().stream().filter(route -> route.method().isEmpty()).findFirst());
    }

    /** Part by part from the left: what is written out before a parameter, a parameter before a greedy one. */
    private int byPrecision(String left, String right) {
        boolean leftGreedy = left.contains("+}");
        boolean rightGreedy = right.contains("+}");
        if (leftGreedy != rightGreedy) {
            return leftGreedy ? 1 : -1;
        }
        List<String> some = parts(left);
        List<String> others = parts(right);
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int byRank = Integer.compare(rank(some.get(i)), rank(others.get(i)));
            if (byRank != 0) {
                return byRank;
            }
        }
        return Integer.compare(others.size(), some.size());
    }

    private static int rank(String part) {
        return part.endsWith("+}") ? 2 : part.startsWith("{") ? 1 : 0;
    }

    private static boolean fits(List<String> template, List<String> parts) {
        boolean greedy =
                !template.isEmpty() && template.get(template.size() - 1).endsWith("+}");
        if (greedy ? parts.size() < template.size() : parts.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            String wanted = template.get(i);
            boolean parameter = wanted.startsWith("{");
            // Of an HTTP API a greedy one may be empty: `/files/` is one of `/files/{proxy+}`, and `/` is no path of
            // it.
            boolean empty = parts.get(i).isEmpty() && !(wanted.endsWith("+}") && i > 0);
            if (parameter ? empty : !wanted.equals(Percent.decoded(parts.get(i), false))) {
                return false;
            }
        }
        return true;
    }

    /** A REST API hands on what was sent, an HTTP API what it means. */
    private SortedMap<String, String> parameters(GatewayRoute route, String path, List<String> parts) {
        SortedMap<String, String> found = new TreeMap<>();
        List<String> template = route.path().equals("$default") ? List.of() : parts(route.path());
        for (int i = 0; i < template.size(); i++) {
            String part = template.get(i);
            if (part.endsWith("+}")) {
                String rest = isRest() ? after(path, i) : String.join("/", parts.subList(i, parts.size()));
                found.put(part.substring(1, part.length() - 2), handed(rest));
            } else if (part.startsWith("{")) {
                found.put(part.substring(1, part.length() - 1), handed(parts.get(i)));
            }
        }
        return found;
    }

    /** What follows the first {@code segments}, with the empty segments inside it, and without slashes around it. */
    private static String after(String path, int segments) {
        return path.replaceFirst("^(/+[^/]+){" + segments + "}/+", "").replaceFirst("/+$", "");
    }

    private String handed(String sent) {
        return isRest() ? sent : Percent.decoded(sent, false);
    }
}

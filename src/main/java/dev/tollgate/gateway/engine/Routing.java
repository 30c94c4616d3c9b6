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
        List<String> parts = GatewayRoute.segments(path.get());
        Optional<GatewayRoute> found =
                api.kind() == GatewayApi.Kind.REST ? rest(parts, call.method()) : http(parts, call.method());
        if (found.isPresent()) {
            return new Match.Found(found.get(), path.get(), parameters(found.get(), parts));
        }
        boolean preflight = api.cors().isPresent() && call.method().equals("OPTIONS");
        return preflight ? new Match.Preflight() : new Match.NoRoute();
    }

    private Optional<String> withoutStage(String path) {
        if (api.base().isEmpty()) {
            return Optional.of(path);
        }
        if (path.equals(api.base())) {
            return Optional.of("/");
        }
        return path.startsWith(api.base() + "/")
                ? Optional.of(path.substring(api.base().length()))
                : Optional.empty();
    }

    private Optional<GatewayRoute> rest(List<String> parts, String method) {
        Optional<String> resource = api.resources().stream()
                .filter(path -> fits(GatewayRoute.segments(path), parts))
                .min(BY_PRECISION);
        return resource.flatMap(path -> api.routes().stream()
                .filter(route -> route.path().equals(path) && route.answers(method))
                .min(Comparator.comparing(route -> route.method().equals("ANY"))));
    }

    private Optional<GatewayRoute> http(List<String> parts, String method) {
        Optional<GatewayRoute> matched = api.routes().stream()
                .filter(route -> !route.method().isEmpty() && route.answers(method) && fits(route.segments(), parts))
                .min(Comparator.comparing(GatewayRoute::path, BY_PRECISION)
                        .thenComparing(route -> route.method().equals("ANY")));
        return matched.or(() ->
                api.routes().stream().filter(route -> route.method().isEmpty()).findFirst());
    }

    /** Part by part from the left: what is written out before a parameter, a parameter before a greedy one. */
    private static final Comparator<String> BY_PRECISION = (left, right) -> {
        boolean leftGreedy = left.contains("+}");
        boolean rightGreedy = right.contains("+}");
        if (leftGreedy != rightGreedy) {
            return leftGreedy ? 1 : -1;
        }
        List<String> some = GatewayRoute.segments(left);
        List<String> others = GatewayRoute.segments(right);
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int byRank = Integer.compare(rank(some.get(i)), rank(others.get(i)));
            if (byRank != 0) {
                return byRank;
            }
        }
        return Integer.compare(others.size(), some.size());
    };

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
            if (parameter ? parts.get(i).isEmpty() : !wanted.equals(Percent.decoded(parts.get(i), false))) {
                return false;
            }
        }
        return true;
    }

    private static SortedMap<String, String> parameters(GatewayRoute route, List<String> parts) {
        SortedMap<String, String> found = new TreeMap<>();
        List<String> template = route.segments();
        for (int i = 0; i < template.size(); i++) {
            String part = template.get(i);
            if (part.endsWith("+}")) {
                List<String> rest = new ArrayList<>(parts.subList(i, parts.size()));
                found.put(part.substring(1, part.length() - 2), Percent.decoded(String.join("/", rest), false));
            } else if (part.startsWith("{")) {
                found.put(part.substring(1, part.length() - 1), Percent.decoded(parts.get(i), false));
            }
        }
        return found;
    }
}

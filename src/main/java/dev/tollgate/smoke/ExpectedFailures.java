package dev.tollgate.smoke;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Failures of functions that somebody said are to be expected: of one route, or of any. */
public final class ExpectedFailures {

    private static final String ANY = "";
    private static final Set<Integer> ALL = IntStream.range(500, 600).boxed().collect(Collectors.toSet());

    private final SortedMap<String, Set<Integer>> byRoute = new TreeMap<>();

    /** Takes {@code 5xx}, {@code 503}, or either after a route and {@code =}; whether it is one of these. */
    public boolean add(String text) {
        int equals = text.lastIndexOf('=');
        String route = equals < 0 ? ANY : text.substring(0, equals).strip();
        Optional<Set<Integer>> statuses = statuses(text.substring(equals + 1).strip());
        statuses.ifPresent(
                some -> byRoute.computeIfAbsent(route, key -> new TreeSet<>()).addAll(some));
        return statuses.isPresent();
    }

    private static Optional<Set<Integer>> statuses(String text) {
        if (text.equals("5xx")) {
            return Optional.of(ALL);
        }
        return text.matches("5\\d\\d") ? Optional.of(Set.of(Integer.parseInt(text))) : Optional.empty();
    }

    /** What {@code route} may answer besides. */
    Set<Integer> of(SmokeRoute route) {
        Set<Integer> all = new TreeSet<>(byRoute.getOrDefault(ANY, Set.of()));
        all.addAll(byRoute.getOrDefault(route.key(), Set.of()));
        return all;
    }

    /** The routes that are named. */
    public Set<String> routes() {
        Set<String> routes = new TreeSet<>(byRoute.keySet());
        routes.remove(ANY);
        return routes;
    }
}

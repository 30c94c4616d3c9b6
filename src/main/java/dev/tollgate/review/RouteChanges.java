package dev.tollgate.review;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pairs the routes of before with those of after. */
final class RouteChanges {

    private RouteChanges() {}

    /**
     * Every route of either side, sorted. APIs are paired by address; one API that goes and one that comes are the same
     * API to its callers, of another kind.
     */
    static List<RouteChange> between(Surface before, Surface after) {
        Map<String, Api> left = byAddress(before);
        Map<String, Api> right = byAddress(after);
        List<Paired> pairs = new ArrayList<>();
        for (String address : new TreeSet<>(left.keySet())) {
            if (right.containsKey(address)) {
                pairs.add(new Paired(
                        address,
                        Optional.ofNullable(left.remove(address)),
                        Optional.ofNullable(right.remove(address))));
            }
        }
        if (left.size() == 1 && right.size() == 1) {
            Api gone = left.values().iterator().next();
            Api come = right.values().iterator().next();
            String both = gone.resource().address() + " → " + come.resource().address();
            pairs.add(new Paired(both, Optional.of(gone), Optional.of(come)));
        } else {
            left.forEach((address, api) -> pairs.add(new Paired(address, Optional.of(api), Optional.empty())));
            right.forEach((address, api) -> pairs.add(new Paired(address, Optional.empty(), Optional.of(api))));
        }
        return pairs.stream()
                .flatMap(pair -> pair.changes(pairs.size() == 1).stream())
                .sorted()
                .toList();
    }

    private record Paired(String name, Optional<Api> before, Optional<Api> after) {

        private List<RouteChange> changes(boolean alone) {
            Map<String, ApiRoute> right = byKey(after);
            Map<String, ApiRoute> left = byKey(before, right);
            TreeSet<String> keys = new TreeSet<>(left.keySet());
            keys.addAll(right.keySet());
            return keys.stream()
                    .map(key ->
                            change(alone, key, Optional.ofNullable(left.get(key)), Optional.ofNullable(right.get(key))))
                    .toList();
        }

        private RouteChange change(boolean alone, String key, Optional<ApiRoute> left, Optional<ApiRoute> right) {
            return new RouteChange(name, alone, key, left, right, gate(before, left), gate(after, right));
        }

        private static Optional<Gate> gate(Optional<Api> api, Optional<ApiRoute> route) {
            return route.map(one -> Gate.of(api.orElseThrow(), one));
        }
    }

    private static Map<String, Api> byAddress(Surface surface) {
        Map<String, Api> found = new TreeMap<>();
        surface.apis().forEach(api -> found.put(api.resource().address(), api));
        return found;
    }

    /**
     * The routes of {@code api}; one whose path variables have other names in {@code later} goes by the later key, as
     * it answers the same calls.
     */
    private static Map<String, ApiRoute> byKey(Optional<Api> api, Map<String, ApiRoute> later) {
        Map<String, ApiRoute> found = new TreeMap<>(byKey(api));
        Map<String, String> come = new TreeMap<>();
        later.keySet().stream().filter(key -> !found.containsKey(key)).forEach(key -> come.put(shape(key), key));
        for (String key : new TreeSet<>(found.keySet())) {
            String now = later.containsKey(key) ? null : come.get(shape(key));
            if (now != null && !found.containsKey(now)) {
                ApiRoute renamed = found.remove(key);
                if (renamed != null) {
                    found.put(now, renamed);
                }
            }
        }
        return found;
    }

    /** {@code GET /books/{id}} without the names of its variables; whether one is greedy stays. */
    private static String shape(String key) {
        return key.replaceAll("\\{[^}+]*", "{");
    }

    private static Map<String, ApiRoute> byKey(Optional<Api> api) {
        Map<String, ApiRoute> found = new TreeMap<>();
        api.ifPresent(there -> there.routes().forEach(route -> found.put(route.key(), route)));
        return found;
    }
}

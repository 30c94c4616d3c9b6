package dev.tollgate.review;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.Route;
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
        List<RouteChange> changes = new ArrayList<>();
        for (String address : new TreeSet<>(left.keySet())) {
            if (right.containsKey(address)) {
                pair(
                        address,
                        Optional.ofNullable(left.remove(address)),
                        Optional.ofNullable(right.remove(address)),
                        changes);
            }
        }
        if (left.size() == 1 && right.size() == 1) {
            Api gone = left.values().iterator().next();
            Api come = right.values().iterator().next();
            String both = gone.resource().address() + " → " + come.resource().address();
            pair(both, Optional.of(gone), Optional.of(come), changes);
        } else {
            left.forEach((address, api) -> pair(address, Optional.of(api), Optional.empty(), changes));
            right.forEach((address, api) -> pair(address, Optional.empty(), Optional.of(api), changes));
        }
        return changes.stream().sorted().toList();
    }

    private static Map<String, Api> byAddress(Surface surface) {
        Map<String, Api> found = new TreeMap<>();
        surface.apis().forEach(api -> found.put(api.resource().address(), api));
        return found;
    }

    private static void pair(String api, Optional<Api> before, Optional<Api> after, List<RouteChange> changes) {
        Map<String, Route> left = byKey(before);
        Map<String, Route> right = byKey(after);
        TreeSet<String> keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        for (String key : keys) {
            changes.add(
                    new RouteChange(api, key, Optional.ofNullable(left.get(key)), Optional.ofNullable(right.get(key))));
        }
    }

    private static Map<String, Route> byKey(Optional<Api> api) {
        Map<String, Route> found = new TreeMap<>();
        api.ifPresent(there -> there.routes().forEach(route -> found.put(route.key(), route)));
        return found;
    }
}

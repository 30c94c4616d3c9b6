package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Demand;
import dev.tollgate.surface.Gate;
import java.util.Optional;

/**
 * A route before and after the plan.
 *
 * @param api the API's address; both, where the route moves from one to another
 * @param alone whether the API is the only one, so that the key tells which route it is
 * @param before empty for a new route
 * @param after empty for a route that goes
 * @param gateBefore who passed
 * @param gateAfter who will pass
 */
public record RouteChange(
        String api,
        boolean alone,
        String key,
        Optional<ApiRoute> before,
        Optional<ApiRoute> after,
        Optional<Gate> gateBefore,
        Optional<Gate> gateAfter)
        implements Comparable<RouteChange> {

    /** {@code GET /books}; with the API behind it where there are several. */
    public String name() {
        return alone ? key : key + " of " + api;
    }

    /** What it required. */
    public Optional<Access> accessBefore() {
        return gateBefore.map(Gate::access);
    }

    /** What it will require. */
    public Optional<Access> accessAfter() {
        return gateAfter.map(Gate::access);
    }

    /** Whether what a caller needs is different, or is not known to be the same. */
    public boolean changesAccess() {
        return !accessBefore().map(Required::of).equals(accessAfter().map(Required::of))
                || accessAfter().flatMap(Access::unknown).isPresent();
    }

    /** What it required, in words. */
    Optional<Demand> demandBefore() {
        return gateBefore.map(Gate::demand);
    }

    /** What it will require, in words. */
    Optional<Demand> demandAfter() {
        return gateAfter.map(Gate::demand);
    }

    /** Whether one side is there and the other is not. */
    public boolean appearsOrGoes() {
        return before.isPresent() != after.isPresent();
    }

    @Override
    public int compareTo(RouteChange other) {
        int byApi = api.compareTo(other.api);
        return byApi != 0 ? byApi : key.compareTo(other.key);
    }
}

package dev.tollgate.review;

import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.SortedMap;

/**
 * A plan, and what it means before and after.
 *
 * @param after what callers meet then; what Terraform forgets answers as before
 * @param gone what Terraform does not find any more
 */
record Comparison(Plan plan, Surface before, Surface after, List<RouteChange> routes, SortedMap<String, Gone> gone) {

    static Comparison of(Plan plan) {
        Surface before = SurfaceReader.read(plan.before());
        Surface after = SurfaceReader.read(plan.after().and(forgotten(plan)));
        return new Comparison(plan, before, after, RouteChanges.between(before, after), Gone.of(plan));
    }

    private static List<Resource> forgotten(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.FORGET)
                .flatMap(change -> plan.before().find(change.address()).stream())
                .toList();
    }

    /** The managed resources that the plan does {@code action} to. */
    List<ResourceChange> all(Action action) {
        return plan.changes().stream()
                .filter(change -> change.mode() == Resource.Mode.MANAGED && change.action() == action)
                .toList();
    }
}

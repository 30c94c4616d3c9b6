package dev.tollgate.review;

import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Plan;
import java.util.List;

/** A plan, and what it amounts to before and after. */
record Comparison(Plan plan, Surface before, Surface after, List<RouteChange> routes) {

    static Comparison of(Plan plan) {
        Surface before = SurfaceReader.read(plan.before());
        Surface after = SurfaceReader.read(plan.after());
        return new Comparison(plan, before, after, RouteChanges.between(before, after));
    }
}

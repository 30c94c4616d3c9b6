package dev.tollgate.review;

import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A plan, and what it means before and after. */
final class Comparison {

    private final Plan plan;
    private final Surface before;
    private final Surface after;
    private final List<RouteChange> routes;
    private final SortedMap<String, Gone> gone;
    private final Map<Action, List<ResourceChange>> changes;
    private final Map<String, List<ResourceChange>> created;

    private Comparison(Plan plan) {
        this.plan = plan;
        this.before = SurfaceReader.read(plan.before());
        this.after = SurfaceReader.read(plan.after().and(forgotten(plan)));
        this.routes = RouteChanges.between(before, after);
        this.gone = Gone.of(plan);
        this.changes = plan.changes().stream()
                .filter(change -> change.mode() == Resource.Mode.MANAGED)
                .collect(Collectors.groupingBy(ResourceChange::action));
        this.created = new HashMap<>();
        for (ResourceChange change : all(Action.CREATE)) {
            AwsName.unique(change.type(), change.after())
                    .ifPresent(name -> created.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(change));
        }
    }

    static Comparison of(Plan plan) {
        return new Comparison(plan);
    }

    private static List<Resource> forgotten(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.FORGET)
                .flatMap(change -> plan.before().find(change.address()).stream())
                .toList();
    }

    Plan plan() {
        return plan;
    }

    Surface before() {
        return before;
    }

    /** What callers meet then; what Terraform forgets answers as before. */
    Surface after() {
        return after;
    }

    List<RouteChange> routes() {
        return routes;
    }

    /** What Terraform does not find any more. */
    SortedMap<String, Gone> gone() {
        return gone;
    }

    /** The managed resources that the plan does {@code action} to. */
    List<ResourceChange> all(Action action) {
        return changes.getOrDefault(action, List.of());
    }

    /** What the plan creates, by its name in AWS. */
    Map<String, List<ResourceChange>> created() {
        return created;
    }
}

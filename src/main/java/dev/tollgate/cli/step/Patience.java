package dev.tollgate.cli.step;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.waits.Wait;
import java.util.List;

/** Says what one will wait for, before the waiting begins. */
public final class Patience {

    private Patience() {}

    /** A line for each thing in the plan {@code json} that AWS takes its time to make. */
    public static List<String> lines(String environment, String json) {
        Plan plan = PlanReader.read(environment, json);
        return Wait.of(plan.changes().stream()
                        .filter(change -> change.action() == Action.CREATE
                                || change.action().replaces())
                        .map(ResourceChange::type)
                        .toList())
                .stream()
                .map(Wait::line)
                .toList();
    }
}

package dev.tollgate.terraform;

import java.util.List;

/**
 * A saved plan, as {@code terraform show -json} tells it.
 *
 * @param before what there is now, as far as the refresh showed it
 * @param after what there will be
 * @param changes one for each resource instance, those that stay as they are among them, in Terraform's order
 * @param drift what was changed outside Terraform since the last apply
 */
public record Plan(
        String terraformVersion,
        Infrastructure before,
        Infrastructure after,
        List<ResourceChange> changes,
        List<ResourceChange> drift,
        List<OutputChange> outputs) {

    public Plan {
        changes = List.copyOf(changes);
        drift = List.copyOf(drift);
        outputs = List.copyOf(outputs);
    }

    /** The same with the places and what else {@code configuration}, which was planned, tells of what there will be. */
    public Plan writtenIn(Infrastructure configuration) {
        return new Plan(terraformVersion, before, after.writtenIn(configuration), changes, drift, outputs);
    }

    /** A change of an output. */
    public record OutputChange(String name, Action action, Value before, Value after) {}
}

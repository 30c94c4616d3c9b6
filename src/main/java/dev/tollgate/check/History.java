package dev.tollgate.check;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ResourceChange;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the time before.
 *
 * @param baseline what was there
 * @param changes what a plan does with each resource
 */
public record History(Optional<Infrastructure> baseline, List<ResourceChange> changes) {

    /** Nothing is known. */
    public static final History NONE = new History(Optional.empty(), List.of());

    public History {
        changes = List.copyOf(changes);
    }
}

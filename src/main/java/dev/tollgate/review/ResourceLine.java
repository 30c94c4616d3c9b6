package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import java.util.List;

/**
 * A resource that a plan changes, for the list below the remarks.
 *
 * @param changes what an update changes; empty for what comes or goes
 */
public record ResourceLine(String address, Action action, List<String> changes) {

    public ResourceLine {
        changes = List.copyOf(changes);
    }
}

package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import java.util.List;

/**
 * A resource that a plan changes, for the list below the remarks.
 *
 * @param changes what an update changes; empty for what comes or goes
 * @param own the files of own Terraform that make or override it; empty where Tollgate alone does
 */
public record ResourceLine(String address, Action action, List<String> changes, String own) {

    public ResourceLine {
        changes = List.copyOf(changes);
    }

    /** What it is called in lists. */
    String named() {
        return own.isEmpty() ? address : address + " (own Terraform: " + own + ")";
    }
}

package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import java.util.List;

/**
 * Terraform JSON that was checked.
 *
 * @param name the environment's name, or the file's
 * @param findings sorted, suppressed ones among them
 */
public record Checked(String name, List<Finding> findings) {

    public Checked {
        findings = List.copyOf(findings);
    }
}

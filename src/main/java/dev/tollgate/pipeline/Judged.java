package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.model.Environment;
import java.util.List;
import java.util.Optional;

/**
 * An environment read and judged.
 *
 * @param environment empty when the files say too little to make one
 * @param findings sorted, suppressed ones among them
 */
public record Judged(String name, Optional<Environment> environment, List<Finding> findings) {

    public Judged {
        findings = List.copyOf(findings);
    }

    /** Whether anything stands in the way of synthesizing it. */
    public boolean blocks() {
        return environment.isEmpty() || findings.stream().anyMatch(Finding::blocks);
    }
}

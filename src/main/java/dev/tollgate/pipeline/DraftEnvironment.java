package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A new environment as it would be written.
 *
 * @param starters text of each file of source that is to be written, by its path in the project
 * @param findings its findings, sorted
 */
public record DraftEnvironment(String id, String text, SortedMap<String, String> starters, List<Finding> findings) {

    public DraftEnvironment {
        starters = Collections.unmodifiableSortedMap(new TreeMap<>(starters));
        findings = List.copyOf(findings);
    }

    /** Whether it is not to be written: a new environment begins without errors and warnings. */
    public boolean blocks() {
        return findings.stream().anyMatch(f -> !f.isSuppressed() && f.severity() != Severity.NOTE);
    }
}

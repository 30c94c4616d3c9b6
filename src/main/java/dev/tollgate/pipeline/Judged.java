package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.model.Environment;
import dev.tollgate.synth.Recipe;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An environment read and judged.
 *
 * @param environment empty when the files say too little to make one
 * @param findings sorted, suppressed ones among them
 * @param files the files it was read from, each with the digest of what was read
 */
public record Judged(
        String name, Optional<Environment> environment, List<Finding> findings, SortedMap<String, String> files) {

    public Judged {
        findings = List.copyOf(findings);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Whether anything stands in the way of synthesizing it. */
    public boolean blocks() {
        return environment.isEmpty() || findings.stream().anyMatch(Finding::blocks);
    }

    /** What its stack is to be made of. */
    Recipe recipe() {
        return new Recipe(environment.orElseThrow(), files);
    }
}

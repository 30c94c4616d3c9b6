package dev.tollgate.pipeline;

import dev.tollgate.archive.Sha256;
import dev.tollgate.finding.Finding;
import dev.tollgate.model.Environment;
import dev.tollgate.synth.Recipe;
import dev.tollgate.tfvars.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An environment that was read and checked.
 *
 * @param contents what was read, by file
 * @param reading what that says
 * @param findings sorted, suppressed ones among them
 */
public record Judged(String name, Map<String, byte[]> contents, Reading reading, List<Finding> findings) {

    public Judged {
        contents = Map.copyOf(contents);
        findings = List.copyOf(findings);
    }

    /** Empty when the files say too little to make one. */
    public Optional<Environment> environment() {
        return reading.environment();
    }

    /** Whether anything stands in the way of synthesizing it. */
    public boolean blocks() {
        return environment().isEmpty() || findings.stream().anyMatch(Finding::blocks);
    }

    /** What its stack is to be made of. */
    Recipe recipe() {
        SortedMap<String, String> digests = new TreeMap<>();
        contents.forEach((file, bytes) -> digests.put(file, Sha256.of(bytes)));
        return new Recipe(environment().orElseThrow(), digests);
    }
}

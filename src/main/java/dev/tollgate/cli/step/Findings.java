package dev.tollgate.cli.step;

import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.Judged;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of several environments. */
public final class Findings {

    private Findings() {}

    public static List<Finding> of(List<Judged> judged) {
        return sorted(judged.stream().flatMap(j -> j.findings().stream()));
    }

    /** Each of {@code findings} once, in their order. */
    public static List<Finding> sorted(Stream<Finding> findings) {
        return List.copyOf(findings.collect(Collectors.toCollection(TreeSet::new)));
    }
}

package dev.tollgate.cli.step;

import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.Judged;
import java.util.List;

/** The findings of several environments. */
public final class Findings {

    private Findings() {}

    public static List<Finding> of(List<Judged> judged) {
        return judged.stream()
                .flatMap(j -> j.findings().stream())
                .distinct()
                .sorted()
                .toList();
    }
}

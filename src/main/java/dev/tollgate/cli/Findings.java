package dev.tollgate.cli;

import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.Judged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as data for a machine, and what they come to. */
final class Findings {

    private Findings() {}

    static List<Finding> of(List<Judged> judged) {
        return judged.stream()
                .flatMap(j -> j.findings().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<Map<String, Object>> data(List<Finding> findings) {
        return findings.stream().map(Findings::data).toList();
    }

    private static Map<String, Object> data(Finding finding) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rule", finding.rule());
        data.put("severity", finding.severity().word());
        data.put("subject", finding.subject());
        data.put("file", finding.location().file());
        data.put("line", finding.location().line());
        data.put("column", finding.location().column());
        data.put("message", finding.message());
        finding.hint().ifPresent(hint -> data.put("hint", hint));
        finding.suppressedBecause().ifPresent(reason -> data.put("suppressed", reason));
        return data;
    }
}

package dev.tollgate.finding.format;

import dev.tollgate.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as plain data, for JSON. */
public final class Plain {

    private Plain() {}

    /** One object for each of {@code findings}; its keys are a contract. */
    public static List<Map<String, Object>> of(List<Finding> findings) {
        return findings.stream().map(Plain::of).toList();
    }

    private static Map<String, Object> of(Finding finding) {
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

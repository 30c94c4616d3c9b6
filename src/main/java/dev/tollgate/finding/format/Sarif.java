package dev.tollgate.finding.format;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Printable;
import dev.tollgate.finding.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings as a SARIF 2.1.0 log, which code scanning and editors read. */
public final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final String FINGERPRINT = "tollgate/v1";

    private Sarif() {}

    /**
     * The log of one run.
     *
     * @param rules what is known of the rules that ran; one that only a finding names is listed by its id
     * @param version Tollgate's
     */
    public static Map<String, Object> log(List<Finding> findings, Collection<Rule> rules, String version) {
        SortedMap<String, Rule> described = described(findings, rules);
        List<String> ids = List.copyOf(described.keySet());
        Map<Finding, String> fingerprints = Fingerprint.of(findings);
        List<Object> results = new ArrayList<>();
        for (Finding finding : findings) {
            results.add(result(finding, ids.indexOf(finding.rule()), fingerprints.getOrDefault(finding, "")));
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Tollgate");
        driver.put("version", version);
        driver.put("rules", described.values().stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static SortedMap<String, Rule> described(List<Finding> findings, Collection<Rule> rules) {
        SortedMap<String, Rule> described = new TreeMap<>();
        rules.forEach(rule -> described.put(rule.id(), rule));
        findings.forEach(finding -> described.putIfAbsent(
                finding.rule(), new Rule(finding.rule(), finding.severity(), finding.rule(), "")));
        return described;
    }

    private static Map<String, Object> rule(Rule rule) {
        String page = rule.page().isEmpty() ? rule.title() : rule.page();
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("id", rule.id());
        descriptor.put("shortDescription", text(rule.title()));
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", page);
        help.put("markdown", page);
        descriptor.put("help", help);
        descriptor.put("defaultConfiguration", Map.of("level", rule.severity().word()));
        return descriptor;
    }

    private static Map<String, Object> result(Finding finding, int rule, String fingerprint) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", rule);
        result.put("level", finding.severity().word());
        result.put(
                "message",
                text(finding.message()
                        + finding.hint().map(hint -> "\nhint: " + hint).orElse("")));
        result.put("locations", List.of(location(finding)));
        result.put("partialFingerprints", Map.of(FINGERPRINT, fingerprint));
        result.put(
                "suppressions",
                finding.suppressedBecause().stream().map(Sarif::suppression).toList());
        return result;
    }

    private static Map<String, Object> suppression(String reason) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("status", "accepted");
        suppression.put("justification", Printable.of(reason));
        return suppression;
    }

    private static Map<String, Object> location(Finding finding) {
        Location location = finding.location();
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", location.line());
        region.put("startColumn", location.column());
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(location.file())));
        physical.put("region", region);
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("physicalLocation", physical);
        both.put("logicalLocations", List.of(Map.of("fullyQualifiedName", Printable.of(finding.subject()))));
        return both;
    }

    /** SARIF writes new lines as they are; every other character that steers is written out. */
    private static Map<String, Object> text(String text) {
        return Map.of("text", String.join("\n", text.lines().map(Printable::of).toList()));
    }

    /** A file's name as a URI: every byte that has a meaning there is written out. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder(file.startsWith("/") ? "file://" : "");
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            uri.append(UNRESERVED.indexOf(c) >= 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return uri.toString();
    }
}

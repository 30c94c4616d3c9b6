package dev.tollgate.testing;

import dev.tollgate.check.OtherRules;
import dev.tollgate.check.rule.FileJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.DiskFiles;
import dev.tollgate.schema.Literal;
import dev.tollgate.synth.StackResources;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An environment of a test's own making, as plain data.
 *
 * @param name the file's name without its ending
 * @param values what the file says, as {@link Environment#inputs} has it
 */
public record GeneratedEnvironment(String name, SortedMap<String, Object> values) {

    /** The day on which generated environments are judged. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** The folder that holds what generated environments name: {@code lambdas} of this project. */
    private static final Path PROJECT = Path.of("");

    /** The environment's file. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> Literal.key(entry.getKey()) + " = " + Literal.of(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** What the product reads in {@link #text}. */
    public Environment environment() {
        return reading()
                .environment()
                .orElseThrow(() -> new AssertionError(reading().findings() + "\n" + text()));
    }

    /** The errors that the product's own validation finds in {@link #text}. */
    public List<Finding> errors() {
        Reading reading = reading();
        return reading
                .environment()
                .map(environment -> FileJudge.judge(
                        environment,
                        reading.origins(),
                        new DiskFiles(PROJECT),
                        reading.findings(),
                        TODAY,
                        StackResources::names,
                        OtherRules.NONE))
                .orElse(reading.findings())
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.suppressedBecause().isEmpty())
                .toList();
    }

    /** Whether {@code tollgate validate} finds no error in it. */
    public boolean isValid() {
        return errors().isEmpty();
    }

    /** The same environment without the top-level {@code key}. */
    public GeneratedEnvironment without(String key) {
        SortedMap<String, Object> fewer = new TreeMap<>(values);
        fewer.remove(key);
        return new GeneratedEnvironment(name, fewer);
    }

    /** The same environment with {@code value} at the top-level {@code key}. */
    public GeneratedEnvironment with(String key, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(values);
        more.put(key, value);
        return new GeneratedEnvironment(name, more);
    }

    /** What the file says under the top-level {@code key}, a map; empty when it says nothing. */
    @SuppressWarnings("unchecked")
    Map<String, Object> section(String key) {
        return (Map<String, Object>) values.getOrDefault(key, Map.of());
    }

    private Reading reading() {
        return EnvironmentReader.read(
                name,
                List.of(TfvarsReader.parse(
                        "environments/" + name + ".tfvars", text().getBytes(StandardCharsets.UTF_8))));
    }
}

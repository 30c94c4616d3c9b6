package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an environment from the text of its files: parse, then default, then bind. A later file's keys override an
 * earlier one's, key by key at the top, as Terraform does with several {@code -var-file}s.
 */
public final class EnvironmentReader {

    private EnvironmentReader() {}

    /** The environment {@code id} of {@code files}, the last of which is its own. */
    public static Reading read(String id, List<Parsed> files) {
        String file = files.get(files.size() - 1).entries().location().file();
        Map<KeyPath, Location> locations = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, Object> inputs = new TreeMap<>();
        boolean readable = true;
        for (Parsed parsed : files) {
            findings.addAll(parsed.findings());
            readable &= parsed.findings().isEmpty();
            overlay(inputs, locations, parsed.entries(), findings);
        }
        Origins origins = new Origins(file, locations);
        Problems problems = new Problems(origins, findings);
        if (readable) {
            missingKeys(inputs, origins, problems);
        }
        if (!readable || !isJudgeable(inputs)) {
            return new Reading(Optional.empty(), origins, findings);
        }
        Fields fields = Fields.ofFile(inputs);
        return new Reading(Optional.of(new EnvironmentBinder(problems).bind(id, fields, inputs)), origins, findings);
    }

    private static void overlay(
            SortedMap<String, Object> inputs,
            Map<KeyPath, Location> locations,
            TfvarsValue.Entries entries,
            List<Finding> findings) {
        for (TfvarsValue.Entry entry : entries.entries()) {
            inputs.remove(entry.key());
            locations
                    .keySet()
                    .removeIf(path ->
                            !path.parts().isEmpty() && path.parts().get(0).equals(entry.key()));
        }
        inputs.putAll(new Conformance(locations, findings).object(entries, EnvironmentSchema.ROOT, KeyPath.ROOT));
    }

    private static void missingKeys(SortedMap<String, Object> inputs, Origins origins, Problems problems) {
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            boolean written = origins.locations().containsKey(KeyPath.of(attribute.name()));
            if (attribute.required() && !inputs.containsKey(attribute.name()) && !written) {
                problems.report(
                        "missing-key",
                        KeyPath.of(attribute.name()),
                        "the file has no `" + attribute.name() + "`: " + attribute.description(),
                        "add `" + attribute.name() + " = \"…\"`"
                                + attribute
                                        .limit()
                                        .map(limit -> ", " + limit.allowed())
                                        .orElse(""));
            }
        }
    }

    /** Whether enough conforms to judge the rest: the kind of API, and nothing at the top of the wrong type. */
    private static boolean isJudgeable(SortedMap<String, Object> inputs) {
        Optional<Limit> kinds = EnvironmentKeys.API_TYPE.attribute().limit();
        Object kind = inputs.get(EnvironmentKeys.API_TYPE.word());
        return kind != null && kinds.orElseThrow().admits(kind);
    }
}

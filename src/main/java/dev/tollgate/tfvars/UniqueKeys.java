package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries of one object as they are read; a repeated key is reported and dropped. */
final class UniqueKeys {

    private final String path;
    private final List<Finding> findings;
    private final List<TfvarsValue.Entry> entries = new ArrayList<>();
    private final Map<String, Location> seen = new HashMap<>();

    /** @param path of the object these are the keys of, empty for the file */
    UniqueKeys(String path, List<Finding> findings) {
        this.path = path;
        this.findings = findings;
    }

    void add(TfvarsValue.Entry entry) {
        Location first = seen.putIfAbsent(entry.key(), entry.location());
        if (first == null) {
            entries.add(entry);
            return;
        }
        String message = "key `" + entry.key() + "` is set twice, first at " + first.line() + ":" + first.column();
        findings.add(Finding.error(
                "duplicate-key", path(path, entry.key()), entry.location(), message, "keep one of the two"));
    }

    List<TfvarsValue.Entry> entries() {
        return List.copyOf(entries);
    }

    /** The subject of a finding about {@code key} of the object at {@code path}. */
    static String path(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

package dev.tollgate.init.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be taken over, or was taken over as something else; each thing once, in the order it came up. */
final class Notes {

    private final Set<String> lines = new LinkedHashSet<>();

    void add(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}

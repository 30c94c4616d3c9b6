package dev.tollgate.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a {@code .jsii} assembly has for documentation, more than half of it; the jsii runtime reads none of it. */
final class Documentation {

    private static final List<String> MEMBERS = List.of("docs", "locationInModule", "readme");

    private Documentation() {}

    /** Takes it out of {@code node}, a part of an assembly. */
    static void leaveOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(MEMBERS);
        }
        node.forEach(Documentation::leaveOut);
    }
}

package dev.tollgate.build;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A {@code .jsii} assembly with the types of some sub-modules only, and without what is for documentation: the jsii
 * runtime reads neither.
 */
final class SlimAssembly {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Set<String> subModules;
    private final SortedMap<String, String> folders = new TreeMap<>();
    private final SortedSet<String> needed = new TreeSet<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private SlimAssembly(String name, Set<String> subModules) {
        this.name = name;
        this.subModules = subModules;
    }

    /** The part of {@code assembly}, which is called {@code name}, that is about {@code subModules}. */
    static SlimAssembly of(InputStream assembly, String name, Set<String> subModules) throws IOException {
        SlimAssembly slim = new SlimAssembly(name, subModules);
        try (JsonParser in = JSON.createParser(assembly);
                JsonGenerator out = JSON.createGenerator(slim.text)) {
            slim.copy(in, out);
        }
        return slim;
    }

    /** Its JSON. */
    byte[] json() {
        return text.toByteArray();
    }

    /** Each sub-module's folder under {@code lib}. */
    SortedMap<String, String> folders() {
        return folders;
    }

    /** The sub-modules that the kept types refer to, be they kept or not. */
    SortedSet<String> needed() {
        return needed;
    }

    private void copy(JsonParser in, JsonGenerator out) throws IOException {
        in.nextToken();
        out.writeStartObject();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "types", "submodules" -> copyKept(field, in, out);
                case "docs", "readme" -> in.skipChildren();
                default -> {
                    out.writeFieldName(field);
                    out.copyCurrentStructure(in);
                }
            }
        }
        out.writeEndObject();
    }

    private void copyKept(String field, JsonParser in, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(field);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String fqn = in.currentName();
            in.nextToken();
            if (subModules.contains(subModuleOf(fqn))) {
                ObjectNode kept = JSON.readTree(in);
                inspect(fqn, kept);
                out.writeFieldName(fqn);
                JSON.writeTree(out, kept);
            } else {
                in.skipChildren();
            }
        }
        out.writeEndObject();
    }

    private void inspect(String fqn, ObjectNode kept) {
        if (fqn.equals(name + "." + subModuleOf(fqn))) {
            String symbol = kept.path("symbolId").asText();
            folders.put(subModuleOf(fqn), symbol.substring("src/".length(), symbol.indexOf("/index:")));
        }
        Documentation.leaveOut(kept);
        seeWhatIsNeeded(kept);
    }

    private void seeWhatIsNeeded(JsonNode node) {
        if (node.isTextual() && node.asText().startsWith(name + ".")) {
            needed.add(subModuleOf(node.asText()));
        }
        node.forEach(this::seeWhatIsNeeded);
    }

    private String subModuleOf(String fqn) {
        String rest = fqn.substring(name.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}

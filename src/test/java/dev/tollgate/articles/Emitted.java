package dev.tollgate.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.testing.Synthesis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stack's JSON as Terraform would see it: references to variables replaced by their values. */
final class Emitted {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIABLE = "var((?:\\.[a-z_]+|\\[\"[^\"]+\"])+)";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{" + VARIABLE + "}");
    private static final Pattern NEGATED = Pattern.compile("\\$\\{!" + VARIABLE + "}");
    private static final Pattern COALESCED =
            Pattern.compile("\\$\\{coalesce\\(" + VARIABLE + ", \"((?:[^\"\\\\]|\\\\.)*)\"\\)}");
    private static final Pattern STEP = Pattern.compile("\\.([a-z_]+)|\\[\"([^\"]+)\"]");

    private final JsonNode stack;
    private final Map<String, Object> variables;

    private Emitted(JsonNode stack, Map<String, Object> variables) {
        this.stack = stack;
        this.variables = variables;
    }

    /** The project's environment {@code name}. */
    static Emitted of(String name) {
        Environment environment = Synthesis.project().stream()
                .map(made -> made.environment())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow();
        return new Emitted(Synthesis.stack(name), Defaults.fill(environment.inputs(), EnvironmentSchema.ROOT));
    }

    /** Every environment of the project. */
    static List<String> environments() {
        return Synthesis.project().stream().map(made -> made.environment().id()).toList();
    }

    /** The value at {@code pointer} in the resource at {@code address}, as plain data; null where there is none. */
    @Nullable
    Object value(String address, String pointer) {
        return data(resource(address).at(pointer));
    }

    /** The resource at {@code address}; it is there. */
    JsonNode resource(String address) {
        String[] parts = address.replaceFirst("^data\\.", "").split("\\.", -1);
        JsonNode resource = stack.path(address.startsWith("data.") ? "data" : "resource")
                .path(parts[0])
                .path(parts[1]);
        if (resource.isMissingNode()) {
            throw new AssertionError("there is no " + address);
        }
        return resource;
    }

    /** The resources of {@code type} by name; none where the stack has none. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> resources = new TreeMap<>();
        stack.path("resource")
                .path(type)
                .properties()
                .forEach(entry -> resources.put(entry.getKey(), entry.getValue()));
        return resources;
    }

    /** The output {@code name}'s value. */
    @Nullable
    Object output(String name) {
        return data(stack.at("/output/" + name + "/value"));
    }

    private @Nullable Object data(JsonNode node) {
        if (node.isTextual()) {
            return text(node.textValue());
        }
        if (node.isArray()) {
            List<@Nullable Object> items = new java.util.ArrayList<>();
            node.forEach(item -> items.add(data(item)));
            return items;
        }
        return node.isMissingNode() ? null : JSON.convertValue(node, Object.class);
    }

    /** A whole reference is its value; references in a text are put into it. */
    private @Nullable Object text(String text) {
        Matcher whole = REFERENCE.matcher(text);
        if (whole.matches()) {
            return plain(variable(whole.group(1)));
        }
        Matcher negated = NEGATED.matcher(text);
        if (negated.matches()) {
            return !Boolean.TRUE.equals(variable(negated.group(1)));
        }
        String replaced = COALESCED.matcher(text).replaceAll(match -> {
            Object value = variable(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group(2) : value.toString());
        });
        return REFERENCE
                .matcher(replaced)
                .replaceAll(match -> Matcher.quoteReplacement(String.valueOf(plain(variable(match.group(1))))));
    }

    private @Nullable Object variable(String path) {
        Object value = variables;
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            String key = step.group(1) == null ? step.group(2) : step.group(1);
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof java.math.BigDecimal number ? (Object) number.intValueExact() : value;
    }
}

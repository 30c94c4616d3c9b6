package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.archive.Sha256;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan fail when a var file changes what decided, at synth, which resources there are. Each variable's fixed
 * part is projected, by an expression in Terraform and by the same walk here, and the two digests must agree.
 */
final class ShapeGuard {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The expressions, which follow from the keys alone, by key. */
    private final Map<String, Optional<String>> projections = new HashMap<>();

    /** The validation of the variable for {@code attribute}; empty when nothing of it is fixed. */
    Optional<ObjectNode> of(Attribute attribute, @Nullable Object filled) {
        Optional<String> projected =
                projections.computeIfAbsent(attribute.name(), name -> projection(attribute, "var." + name, 0, true));
        return projected.map(expression -> {
            String digest = digest(shape(attribute, filled, true));
            return JSON.createObjectNode()
                    .put("condition", Hcl.template("sha256(jsonencode(" + expression + ")) == \"" + digest + "\""))
                    .put(
                            "error_message",
                            "`" + attribute.name()
                                    + "` differs from the synthesized file in a key that decides which resources "
                                    + "exist: run `tollgate synth` again.");
        });
    }

    private static Optional<String> projection(Attribute attribute, String ref, int depth, boolean top) {
        if (!attribute.late()) {
            return projection(attribute.type(), ref, depth);
        }
        boolean keyed = attribute.type() instanceof Type.MapOf && !top;
        return keyed ? Optional.of("keys(" + ref + ")") : Optional.empty();
    }

    private static Optional<String> projection(Type type, String ref, int depth) {
        if (type instanceof Type.ObjectOf object) {
            return object(object, ref, depth);
        }
        if (type instanceof Type.MapOf map && map.element() instanceof Type.ObjectOf element) {
            String key = "k" + depth;
            String value = "v" + depth;
            String body = object(element, value, depth + 1).orElse("true");
            return Optional.of("{for " + key + ", " + value + " in " + ref + " : " + key + " => " + body + "}");
        }
        return Optional.of(ref);
    }

    private static Optional<String> object(Type.ObjectOf object, String ref, int depth) {
        List<String> parts = new ArrayList<>();
        for (Attribute attribute : object.attributes()) {
            projection(attribute, ref + "." + attribute.name(), depth, false)
                    .ifPresent(part -> parts.add(attribute.name() + " = " + part));
        }
        String body = parts.isEmpty() ? "{}" : "{" + String.join(", ", parts) + "}";
        return Optional.of(ref + " == null ? null : " + body);
    }

    private static @Nullable Object shape(Attribute attribute, @Nullable Object value, boolean top) {
        if (!attribute.late()) {
            return shape(attribute.type(), value);
        }
        return value instanceof Map<?, ?> map && !top ? new ArrayList<>(map.keySet()) : null;
    }

    private static @Nullable Object shape(Type type, @Nullable Object value) {
        if (type instanceof Type.ObjectOf object && value instanceof Map<?, ?> map) {
            return shape(object, map);
        }
        if (type instanceof Type.MapOf map
                && map.element() instanceof Type.ObjectOf element
                && value instanceof Map<?, ?> entries) {
            SortedMap<String, Object> shapes = new TreeMap<>();
            entries.forEach((key, entry) -> shapes.put((String) key, shape(element, (Map<?, ?>) entry)));
            return shapes;
        }
        return value;
    }

    private static SortedMap<String, @Nullable Object> shape(Type.ObjectOf object, Map<?, ?> values) {
        SortedMap<String, @Nullable Object> shape = new TreeMap<>();
        for (Attribute attribute : object.attributes()) {
            boolean fixed = !attribute.late() || attribute.type() instanceof Type.MapOf;
            if (fixed) {
                shape.put(attribute.name(), shape(attribute, values.get(attribute.name()), false));
            }
        }
        return shape;
    }

    /**
     * The digest of {@code jsonencode} in Terraform: sorted keys, no spaces, {@code <}, {@code >} and {@code &}
     * escaped.
     */
    private static String digest(@Nullable Object shape) {
        try {
            String json = JSON.writeValueAsString(shape)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
            return Sha256.of(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain data always has a JSON form", e);
        }
    }
}

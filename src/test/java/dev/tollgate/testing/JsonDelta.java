package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one JSON has otherwise than another, so that many plans that are nearly the same are kept in little space:
 * {@code in} by member, {@code new} as it is, {@code gone} by name. A list of things with addresses is told by these.
 */
public final class JsonDelta {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonDelta() {}

    /** What makes {@code to} of {@code from}; empty when nothing does. */
    public static ObjectNode between(JsonNode from, JsonNode to) {
        ObjectNode delta = NODES.objectNode();
        if (from.equals(to)) {
            return delta;
        }
        if (!isMembers(from) || !isMembers(to)) {
            return delta.set("new", to);
        }
        Map<String, JsonNode> before = members(from);
        Map<String, JsonNode> after = members(to);
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(delta.withArray("/gone")::add);
        after.forEach((name, value) -> {
            JsonNode former = before.get(name);
            ObjectNode inner = former == null ? NODES.objectNode().set("new", value) : between(former, value);
            if (!inner.isEmpty()) {
                delta.withObject("/in").set(name, inner);
            }
        });
        if (delta.path("gone").isEmpty()) {
            delta.remove("gone");
        }
        return delta;
    }

    /** {@code from} with {@code delta} on top. */
    public static JsonNode applied(JsonNode from, JsonNode delta) {
        if (delta.has("new")) {
            return delta.path("new");
        }
        if (delta.isEmpty()) {
            return from;
        }
        Map<String, JsonNode> members = members(from);
        delta.path("gone").forEach(name -> members.remove(name.asText()));
        delta.path("in")
                .properties()
                .forEach(one -> members.put(
                        one.getKey(), applied(members.getOrDefault(one.getKey(), NODES.nullNode()), one.getValue())));
        if (from.isArray()) {
            return NODES.arrayNode().addAll(members.values());
        }
        return NODES.objectNode().setAll(members);
    }

    private static boolean isMembers(JsonNode node) {
        if (node instanceof ArrayNode array) {
            return !array.isEmpty() && array.valueStream().allMatch(one -> one.has("address"));
        }
        return node.isObject();
    }

    private static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new TreeMap<>();
        if (node.isArray()) {
            node.forEach(one -> members.put(one.path("address").asText(), one));
        } else {
            node.properties().forEach(one -> members.put(one.getKey(), one.getValue()));
        }
        return members;
    }
}

package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The two ways in which JSON writes blocks: as an object, or as a list of objects. */
final class Blocks {

    /** A block and its label. */
    record Named(String name, JsonNode node) {}

    private Blocks() {}

    /** The labelled blocks under {@code key} of {@code root}; a label with several blocks comes once for each. */
    static List<Named> named(JsonNode.Members root, String key) {
        JsonNode node = root.members().get(key);
        return node == null ? List.of() : named(node);
    }

    /** The labelled blocks in {@code node}. */
    static List<Named> named(JsonNode node) {
        List<Named> found = new ArrayList<>();
        for (JsonNode object : each(node)) {
            if (object instanceof JsonNode.Members members) {
                members.members().forEach((name, member) -> {
                    if (!name.equals("//")) {
                        each(member).forEach(one -> found.add(new Named(name, one)));
                    }
                });
            }
        }
        return found;
    }

    /** The items of a list, or the node itself. */
    static List<JsonNode> each(JsonNode node) {
        return node instanceof JsonNode.Items items ? items.items() : List.of(node);
    }

    /** An object's members; none for what is no object. */
    static SortedMap<String, JsonNode> members(JsonNode node) {
        return node instanceof JsonNode.Members members ? members.members() : new TreeMap<>();
    }

    /** The addresses in a list of them, with or without {@code ${}}. */
    static List<String> addresses(JsonNode node) {
        List<String> found = new ArrayList<>();
        for (JsonNode item : each(node)) {
            plain(item)
                    .text()
                    .ifPresent(text -> found.add(
                            References.of(References.parts(unwrapped(text))).address()));
        }
        return found.stream().filter(address -> !address.isEmpty()).toList();
    }

    /** What is written in {@code ${}}, without it: what takes names and no values is written so in HCL. */
    static String unwrapped(String text) {
        return text.startsWith("${") && text.endsWith("}") ? text.substring(2, text.length() - 1) : text;
    }

    /** As {@link #plain}, and every string unwrapped. */
    static Value names(JsonNode node) {
        if (node instanceof JsonNode.Leaf leaf) {
            return leaf.value() instanceof Value.Scalar scalar && scalar.value() instanceof String text
                    ? Value.of(unwrapped(text))
                    : leaf.value();
        }
        if (node instanceof JsonNode.Items items) {
            return new Value.Sequence(items.items().stream().map(Blocks::names).toList());
        }
        TreeMap<String, Value> members = new TreeMap<>();
        members(node).forEach((name, member) -> members.put(name, names(member)));
        return new Value.Mapping(members);
    }

    /** The JSON as it is written, its strings no templates. */
    static Value plain(JsonNode node) {
        if (node instanceof JsonNode.Leaf leaf) {
            return leaf.value();
        }
        if (node instanceof JsonNode.Items items) {
            return new Value.Sequence(items.items().stream().map(Blocks::plain).toList());
        }
        TreeMap<String, Value> members = new TreeMap<>();
        members(node).forEach((name, member) -> members.put(name, plain(member)));
        return new Value.Mapping(members);
    }
}

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
                    .ifPresent(text -> found.add(References.of(References.parts(text.replaceAll("^\\$\\{|}$", "")))
                            .address()));
        }
        return found.stream().filter(address -> !address.isEmpty()).toList();
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

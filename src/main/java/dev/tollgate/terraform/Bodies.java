package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What blocks and attributes hold, their expressions evaluated as far as they can be, {@code dynamic} blocks written
 * out.
 */
final class Bodies {

    private Bodies() {}

    /** What {@code node} holds. */
    static Value value(JsonNode node, EvaluationScope scope) {
        if (node instanceof JsonNode.Leaf leaf) {
            return leaf.value() instanceof Value.Scalar scalar && scalar.value() instanceof String text
                    ? Expressions.evaluate(text, scope)
                    : leaf.value();
        }
        if (node instanceof JsonNode.Items items) {
            return new Value.Sequence(
                    items.items().stream().map(item -> value(item, scope)).toList());
        }
        TreeMap<String, Value> members = new TreeMap<>();
        Blocks.members(node).forEach((name, member) -> {
            if (isDynamic(name, member)) {
                Blocks.named(member).forEach(block -> spellOut(block, members, scope));
            } else if (!name.equals("//")) {
                String key = key(name, scope);
                members.merge(key, value(member, scope), Bodies::both);
            }
        });
        return new Value.Mapping(members);
    }

    private static String key(String name, EvaluationScope scope) {
        return name.contains("${") ? Expressions.evaluate(name, scope).text().orElse(name) : name;
    }

    /** A map may have a key of that name. */
    private static boolean isDynamic(String name, JsonNode node) {
        return name.equals("dynamic")
                && node instanceof JsonNode.Members
                && Blocks.named(node).stream()
                        .allMatch(block -> Blocks.members(block.node()).containsKey("for_each"));
    }

    /** Blocks that are written, and those that a {@code dynamic} block makes. */
    private static Value both(Value some, Value others) {
        List<Value> all = new ArrayList<>(some.items());
        all.addAll(others.items());
        return new Value.Sequence(all);
    }

    private static void spellOut(Blocks.Named block, Map<String, Value> members, EvaluationScope scope) {
        Map<String, JsonNode> dynamic = Blocks.members(block.node());
        String iterator = Optional.ofNullable(dynamic.get("iterator"))
                .flatMap(node -> Blocks.names(node).text())
                .orElse(block.name());
        Value each = value(Objects.requireNonNull(dynamic.get("for_each")), scope);
        JsonNode content = dynamic.getOrDefault(
                "content", new JsonNode.Members(new TreeMap<>(), block.node().location()));
        Optional<List<Iteration.Turn>> turns = Iteration.of(each);
        if (turns.isEmpty()) {
            Value unknown = new Value.Unknown("`" + iterator + "` differs from block to block", List.of());
            List<Value.Reference> from = new ArrayList<>(each.references());
            from.addAll(value(content, scope.with(Map.of(iterator, unknown))).references());
            members.put(block.name(), new Value.Unknown("is made by a `dynamic` block", from));
            return;
        }
        for (Iteration.Turn turn : turns.get()) {
            Value bound = new Value.Mapping(new TreeMap<>(Map.of("key", turn.key(), "value", turn.value())));
            Blocks.each(content)
                    .forEach(one -> members.merge(
                            block.name(),
                            new Value.Sequence(List.of(value(one, scope.with(Map.of(iterator, bound))))),
                            Bodies::both));
        }
    }
}

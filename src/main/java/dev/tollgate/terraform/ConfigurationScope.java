package dev.tollgate.terraform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables and local values of a configuration, and what its JSON holds with them filled in. */
final class ConfigurationScope {

    private final Map<String, Value> variables = new HashMap<>();
    private final Map<String, JsonNode> locals = new HashMap<>();
    private final Map<String, Value> evaluated = new HashMap<>();
    private final Set<String> evaluating = new HashSet<>();
    private final EvaluationScope scope = new EvaluationScope(this::variable, this::local);

    /** Takes in what {@code root} declares; {@code given} values replace defaults. */
    void declare(JsonNode.Members root, SortedMap<String, Value> given) {
        for (Blocks.Named variable : Blocks.named(root, "variable")) {
            variables.put(variable.name(), initial(variable, given));
        }
        JsonNode blocks = root.members().get("locals");
        if (blocks != null) {
            Blocks.each(blocks).forEach(block -> locals.putAll(Blocks.members(block)));
        }
    }

    /** The variables that are declared, by name. */
    Value variables() {
        return new Value.Mapping(new TreeMap<>(variables));
    }

    private static Value initial(Blocks.Named variable, SortedMap<String, Value> given) {
        SortedMap<String, JsonNode> members = Blocks.members(variable.node());
        Value value;
        if (given.containsKey(variable.name())) {
            value = given.get(variable.name());
        } else if (members.containsKey("default")) {
            value = Blocks.plain(members.get("default"));
        } else {
            return new Value.Unknown("variable `" + variable.name() + "` has no default", List.of());
        }
        Value typed = members.containsKey("type")
                ? TypeDefaults.fill(Blocks.plain(members.get("type")).text().orElse(""), value)
                : value;
        boolean hidden = members.containsKey("sensitive")
                && Blocks.plain(members.get("sensitive")).is("true");
        return hidden ? new Value.Sensitive(typed) : typed;
    }

    private Value variable(String name) {
        return variables.getOrDefault(name, new Value.Unknown("variable `" + name + "` is not declared", List.of()));
    }

    private Value local(String name) {
        Value known = evaluated.get(name);
        if (known != null) {
            return known;
        }
        JsonNode node = locals.get(name);
        if (node == null || !evaluating.add(name)) {
            return new Value.Unknown("local value `" + name + "` cannot be evaluated", List.of());
        }
        Value value = value(node);
        evaluating.remove(name);
        evaluated.put(name, value);
        return value;
    }

    /** What {@code node} holds, its expressions evaluated as far as they can be. */
    Value value(JsonNode node) {
        if (node instanceof JsonNode.Leaf leaf) {
            return leaf.value() instanceof Value.Scalar scalar && scalar.value() instanceof String text
                    ? Expressions.evaluate(text, scope)
                    : leaf.value();
        }
        if (node instanceof JsonNode.Items items) {
            return new Value.Sequence(items.items().stream().map(this::value).toList());
        }
        TreeMap<String, Value> members = new TreeMap<>();
        Blocks.members(node).forEach((name, member) -> {
            if (!name.equals("//")) {
                members.put(key(name), value(member));
            }
        });
        return new Value.Mapping(members);
    }

    private String key(String name) {
        return name.contains("${") ? Expressions.evaluate(name, scope).text().orElse(name) : name;
    }
}

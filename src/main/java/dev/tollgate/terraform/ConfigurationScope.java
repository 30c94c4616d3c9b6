package dev.tollgate.terraform;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables and local values of a configuration, and what its JSON holds with them filled in. */
final class ConfigurationScope {

    /** Locals that double one another grow beyond any memory; no attribute of AWS's takes as much. */
    private static final int LARGEST = 1 << 20;

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
        Value written = value(node);
        Value value = weight(written, LARGEST) < 0
                ? new Value.Unknown("local value `" + name + "` is too large to be evaluated", List.of())
                : written;
        evaluating.remove(name);
        evaluated.put(name, value);
        return value;
    }

    /** What is left of {@code budget} characters and values after {@code value}; less than 0 when it is larger. */
    private static int weight(Value value, int budget) {
        int left = budget - 1 - value.text().map(String::length).orElse(0);
        for (Value part : parts(value)) {
            left = left < 0 ? left : weight(part, left);
        }
        return left;
    }

    private static Collection<Value> parts(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items();
        }
        if (value instanceof Value.Mapping mapping) {
            return mapping.members().values();
        }
        if (value instanceof Value.Sensitive sensitive) {
            return List.of(sensitive.hidden());
        }
        return value instanceof Value.Template template ? template.parts() : List.of();
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

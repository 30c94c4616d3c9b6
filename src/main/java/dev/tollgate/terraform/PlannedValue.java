package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts together what a plan says about a value in four places: what it is, what is unknown, what is secret, and why.
 */
final class PlannedValue {

    private final PlanConfiguration configuration;
    private final String module;
    private final String key;

    /** Values of the resource instance {@code key} in {@code module}. */
    PlannedValue(PlanConfiguration configuration, String module, String key) {
        this.configuration = configuration;
        this.module = module;
        this.key = key;
    }

    /**
     * {@code unknown} and {@code sensitive} are true, or hold trues in the same shape; {@code expression} is the
     * configuration's.
     */
    Value read(Value value, Value unknown, Value sensitive, Value expression) {
        if (unknown.is("true")) {
            Value known = new Value.Unknown("known after apply", configuration.references(module, expression, key));
            return sensitive.is("true") ? new Value.Sensitive(known) : known;
        }
        if (sensitive.is("true")) {
            return value.isAbsent() ? value : new Value.Sensitive(value);
        }
        if (value instanceof Value.Mapping || unknown instanceof Value.Mapping) {
            return mapping(value, unknown, sensitive, expression);
        }
        if (value instanceof Value.Sequence || unknown instanceof Value.Sequence) {
            return sequence(value, unknown, sensitive, expression);
        }
        return value;
    }

    private Value mapping(Value value, Value unknown, Value sensitive, Value expression) {
        TreeSet<String> names = new TreeSet<>();
        if (value instanceof Value.Mapping mapping) {
            names.addAll(mapping.members().keySet());
        }
        if (unknown instanceof Value.Mapping mapping) {
            names.addAll(mapping.members().keySet());
        }
        TreeMap<String, Value> members = new TreeMap<>();
        for (String name : names) {
            boolean whole = isExpression(expression);
            Value inner = whole ? expression : expression.get(name);
            boolean left = !whole && inner.isAbsent() && member(unknown, name).is("true");
            Value member = left && expression instanceof Value.Mapping
                    ? Value.leftToProvider()
                    : read(member(value, name), member(unknown, name), member(sensitive, name), inner);
            if (name.equals(ApiDocument.BODY) && member instanceof Value.Unknown) {
                member = configuration.document(module, inner).orElse(member);
            }
            if (!member.isAbsent()) {
                members.put(name, member);
            }
        }
        return new Value.Mapping(members);
    }

    private static Value member(Value value, String name) {
        return value instanceof Value.Mapping ? value.get(name) : Value.absent();
    }

    private Value sequence(Value value, Value unknown, Value sensitive, Value expression) {
        List<Value> values = value instanceof Value.Sequence sequence ? sequence.items() : List.of();
        List<Value> unknowns = unknown instanceof Value.Sequence sequence ? sequence.items() : List.of();
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < Math.max(values.size(), unknowns.size()); i++) {
            Value inner = expression instanceof Value.Sequence blocks ? item(blocks.items(), i) : expression;
            Value secret = sensitive instanceof Value.Sequence list ? item(list.items(), i) : Value.absent();
            items.add(read(item(values, i), item(unknowns, i), secret, inner));
        }
        return new Value.Sequence(items);
    }

    private static Value item(List<Value> items, int at) {
        return at < items.size() ? items.get(at) : Value.absent();
    }

    /** Nested blocks have expressions of their own; an attribute has one, whatever is in it. */
    private static boolean isExpression(Value expression) {
        return !expression.get("references").isAbsent()
                || !expression.get("constant_value").isAbsent();
    }
}

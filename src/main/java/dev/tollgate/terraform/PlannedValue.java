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
    private Value lastAsked = Value.absent();
    private List<Value.Reference> lastFound = List.of();

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
            Value known = isMadeEachTime(expression)
                    ? new Value.Unknown(Value.Unknown.EACH_TIME, List.of())
                    : new Value.Unknown("known after apply", configuration.references(module, expression, key));
            return sensitive.is("true") ? new Value.Sensitive(known) : known;
        }
        if (sensitive.is("true")) {
            return value.isAbsent() ? value : new Value.Sensitive(read(value, unknown, Value.absent(), expression));
        }
        if (value instanceof Value.Mapping || unknown instanceof Value.Mapping) {
            return mapping(value, unknown, sensitive, expression);
        }
        if (value instanceof Value.Sequence || unknown instanceof Value.Sequence) {
            return sequence(value, unknown, sensitive, expression);
        }
        return value instanceof Value.Scalar scalar && scalar.value() instanceof String
                ? new Value.Scalar(scalar.value(), references(expression))
                : value;
    }

    /** What is made of nothing that has a name, and is not known, is made of the time, or of chance. */
    private static boolean isMadeEachTime(Value expression) {
        return Written.isOfAttribute(expression)
                && ((Value.Mapping) expression).members().isEmpty();
    }

    /** What {@code expression} refers to; the parts of a list or a map share one. */
    @SuppressWarnings("ReferenceEquality") // the same one is asked for again, and to compare two would take longer
    private List<Value.Reference> references(Value expression) {
        if (!Written.isOfAttribute(expression)) {
            return List.of();
        }
        if (expression != lastAsked) {
            lastAsked = expression;
            lastFound = configuration.references(module, expression, key);
        }
        return lastFound;
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

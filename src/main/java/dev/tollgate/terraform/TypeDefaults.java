package dev.tollgate.terraform;

import java.util.List;
import java.util.TreeMap;

/**
 * What a variable's type makes of its value: the defaults of attributes that are not there, {@code optional(number,
 * 60)}, and texts, numbers and booleans of one another.
 */
final class TypeDefaults {

    private final EvaluationScope defaults;

    /** A default is an expression that refers to nothing. */
    TypeDefaults(Effort effort) {
        this.defaults = EvaluationScope.nothing(effort);
    }

    /** {@code value} with the defaults of {@code type} filled in; as it is when the type cannot be read. */
    Value fill(String type, Value value) {
        return Expressions.type(type).map(parsed -> fill(parsed, value)).orElse(value);
    }

    private Value fill(ExpressionParser.ExpressionContext type, Value value) {
        if (!(type instanceof ExpressionParser.OperandContext operand)) {
            return value;
        }
        if (operand.primary() instanceof ExpressionParser.NameContext primitive) {
            return converted(primitive.getText(), value);
        }
        if (!(operand.primary() instanceof ExpressionParser.CallContext call)
                || call.expression().isEmpty()) {
            return value;
        }
        ExpressionParser.ExpressionContext inner = call.expression(0);
        String name = call.NAME().getText();
        if (name.equals("optional")) {
            Value filled = value.isAbsent() && call.expression().size() > 1
                    ? new Evaluator(defaults).expression(call.expression(1))
                    : value;
            return fill(inner, filled);
        }
        if (name.equals("object") && value instanceof Value.Mapping mapping) {
            return object(inner, mapping);
        }
        if (value instanceof Value.Sequence sequence && List.of("list", "set").contains(name)) {
            List<Value> items =
                    sequence.items().stream().map(item -> fill(inner, item)).toList();
            return name.equals("set") ? CollectionFunctions.set(items) : new Value.Sequence(items);
        }
        if (value instanceof Value.Mapping mapping && name.equals("map")) {
            TreeMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, fill(inner, member)));
            return new Value.Mapping(members);
        }
        return value;
    }

    private static Value converted(String type, Value value) {
        return switch (type) {
            case "string" -> value.text().map(Value::of).orElse(value);
            case "number" -> value.number().map(Value::scalar).orElse(value);
            case "bool" -> value.bool().map(Value::scalar).orElse(value);
            default -> value;
        };
    }

    private Value object(ExpressionParser.ExpressionContext attributes, Value.Mapping value) {
        if (!(attributes instanceof ExpressionParser.OperandContext operand)
                || !(operand.primary() instanceof ExpressionParser.ObjectOfContext object)) {
            return value;
        }
        TreeMap<String, Value> members = new TreeMap<>(value.members());
        for (ExpressionParser.MemberContext member : object.member()) {
            String name = member.key().getText();
            members.put(name, fill(member.expression(), value.get(name)));
        }
        return new Value.Mapping(members);
    }
}

package dev.tollgate.terraform;

import java.util.List;
import java.util.TreeMap;

/** The defaults that a variable's type gives to attributes that are not there: {@code optional(number, 60)}. */
final class TypeDefaults {

    private TypeDefaults() {}

    /** {@code value} with the defaults of {@code type} filled in; as it is when the type cannot be read. */
    static Value fill(String type, Value value) {
        return Expressions.type(type).map(parsed -> fill(parsed, value)).orElse(value);
    }

    private static Value fill(ExpressionParser.ExpressionContext type, Value value) {
        if (!(type instanceof ExpressionParser.OperandContext operand)
                || !(operand.primary() instanceof ExpressionParser.CallContext call)
                || call.expression().isEmpty()) {
            return value;
        }
        ExpressionParser.ExpressionContext inner = call.expression(0);
        String name = call.NAME().getText();
        if (name.equals("optional")) {
            Value filled = value.isAbsent() && call.expression().size() > 1
                    ? new Evaluator(EvaluationScope.EMPTY).expression(call.expression(1))
                    : value;
            return fill(inner, filled);
        }
        if (name.equals("object") && value instanceof Value.Mapping mapping) {
            return object(inner, mapping);
        }
        if (value instanceof Value.Sequence sequence && List.of("list", "set").contains(name)) {
            return new Value.Sequence(
                    sequence.items().stream().map(item -> fill(inner, item)).toList());
        }
        if (value instanceof Value.Mapping mapping && name.equals("map")) {
            TreeMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, fill(inner, member)));
            return new Value.Mapping(members);
        }
        return value;
    }

    private static Value object(ExpressionParser.ExpressionContext attributes, Value.Mapping value) {
        if (!(attributes instanceof ExpressionParser.OperandContext operand)
                || !(operand.primary() instanceof ExpressionParser.ObjectOfContext object)) {
            return value;
        }
        TreeMap<String, Value> members = new TreeMap<>(value.members());
        for (ExpressionParser.MemberContext member : object.member()) {
            String name = member.key().getText();
            Value filled = fill(member.expression(), value.get(name));
            if (!filled.isAbsent()) {
                members.put(name, filled);
            }
        }
        return new Value.Mapping(members);
    }
}

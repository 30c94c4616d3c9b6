package dev.tollgate.terraform;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A variable's type, as far as it changes values: {@code object({a = optional(number, 1)})}. */
sealed interface TypeConstraint {

    /** One whose values stay as they are. */
    TypeConstraint ANY = new Named("any");

    /** {@code value} with the defaults of attributes that are not there, evaluated in {@code scope}. */
    Value fill(Value value, EvaluationScope scope);

    /** {@code string}, {@code number}, {@code bool}; everything else stays as it is. */
    record Named(String name) implements TypeConstraint {

        @Override
        public Value fill(Value value, EvaluationScope scope) {
            return switch (name) {
                case "string" -> value.text().map(Value::of).orElse(value);
                case "number" -> value.number().map(Value::scalar).orElse(value);
                case "bool" -> value.bool().map(Value::scalar).orElse(value);
                default -> value;
            };
        }
    }

    /** A list, a set or a map of values of one type. */
    record CollectionOf(String kind, TypeConstraint inner) implements TypeConstraint {

        @Override
        public Value fill(Value value, EvaluationScope scope) {
            if (value instanceof Value.Sequence sequence && !kind.equals("map")) {
                List<Value> items = sequence.items().stream()
                        .map(item -> inner.fill(item, scope))
                        .toList();
                return kind.equals("set") ? CollectionFunctions.set(items) : new Value.Sequence(items);
            }
            if (value instanceof Value.Mapping mapping && kind.equals("map")) {
                TreeMap<String, Value> members = new TreeMap<>();
                mapping.members().forEach((key, member) -> members.put(key, inner.fill(member, scope)));
                return new Value.Mapping(members);
            }
            return value;
        }
    }

    /** An object of these attributes; what it has besides stays. */
    record ObjectOf(List<Attribute> attributes) implements TypeConstraint {

        @Override
        public Value fill(Value value, EvaluationScope scope) {
            if (!(value instanceof Value.Mapping mapping)) {
                return value;
            }
            TreeMap<String, Value> members = new TreeMap<>(mapping.members());
            for (Attribute attribute : attributes) {
                members.put(attribute.name(), attribute.type().fill(mapping.get(attribute.name()), scope));
            }
            return new Value.Mapping(members);
        }
    }

    /** An attribute of an object. */
    record Attribute(String name, TypeConstraint type) {}

    /**
     * An attribute that may be left out.
     *
     * @param otherwise its value then, where it has one
     */
    record OptionalOf(TypeConstraint inner, Optional<Function<EvaluationScope, Value>> otherwise)
            implements TypeConstraint {

        @Override
        public Value fill(Value value, EvaluationScope scope) {
            return inner.fill(
                    value.isAbsent()
                            ? otherwise.map(known -> known.apply(scope)).orElse(value)
                            : value,
                    scope);
        }
    }

    /** The type that {@code written} is. */
    static TypeConstraint of(ExpressionParser.ExpressionContext written) {
        if (!(written instanceof ExpressionParser.OperandContext operand)) {
            return ANY;
        }
        if (operand.primary() instanceof ExpressionParser.NameContext name) {
            return new Named(name.getText());
        }
        if (!(operand.primary() instanceof ExpressionParser.CallContext call)
                || call.expression().isEmpty()) {
            return ANY;
        }
        ExpressionParser.ExpressionContext inner = call.expression(0);
        return switch (call.NAME().getText()) {
            case "optional" ->
                new OptionalOf(
                        of(inner),
                        call.expression().size() > 1
                                ? Optional.of(scope -> new Evaluator(scope).expression(call.expression(1)))
                                : Optional.empty());
            case "object" -> attributes(inner);
            case "list", "set", "map" -> new CollectionOf(call.NAME().getText(), of(inner));
            default -> ANY;
        };
    }

    private static TypeConstraint attributes(ExpressionParser.ExpressionContext written) {
        return written instanceof ExpressionParser.OperandContext operand
                        && operand.primary() instanceof ExpressionParser.ObjectOfContext object
                ? new ObjectOf(object.member().stream()
                        .map(member -> new Attribute(member.key().getText(), of(member.expression())))
                        .toList())
                : ANY;
    }
}

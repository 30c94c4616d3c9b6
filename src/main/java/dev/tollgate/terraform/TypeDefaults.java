package dev.tollgate.terraform;

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
        return PlainType.read(type)
                .or(() -> Expressions.type(type).map(TypeConstraint::of))
                .map(read -> read.fill(value, defaults))
                .orElse(value);
    }
}

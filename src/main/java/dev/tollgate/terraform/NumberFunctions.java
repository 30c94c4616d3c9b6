package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Terraform's functions of numbers. */
final class NumberFunctions {

    private NumberFunctions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or none of these. */
    static Optional<Value> call(String name, Arguments arguments) {
        return switch (name) {
            case "abs" -> of(arguments, BigDecimal::abs);
            case "ceil" -> of(arguments, number -> number.setScale(0, RoundingMode.CEILING));
            case "floor" -> of(arguments, number -> number.setScale(0, RoundingMode.FLOOR));
            case "max" -> all(arguments, BigDecimal::max);
            case "min" -> all(arguments, BigDecimal::min);
            case "sum" -> arguments.list(0).flatMap(list -> reduced(list, BigDecimal::add));
            case "parseint" -> parsed(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> of(Arguments arguments, UnaryOperator<BigDecimal> function) {
        return arguments.at(0).number().map(function).map(Value::scalar);
    }

    private static Optional<Value> all(Arguments arguments, BinaryOperator<BigDecimal> function) {
        return reduced(arguments.all(), function);
    }

    private static Optional<Value> reduced(List<Value> values, BinaryOperator<BigDecimal> function) {
        List<BigDecimal> numbers = new ArrayList<>();
        values.forEach(value -> value.number().ifPresent(numbers::add));
        return numbers.size() < values.size()
                ? Optional.empty()
                : numbers.stream().reduce(function).map(Value::scalar);
    }

    private static Optional<Value> parsed(Arguments arguments) {
        return arguments.text(0).flatMap(text -> arguments
                .whole(1)
                .filter(base -> base >= 2 && base <= 36)
                .flatMap(base -> {
                    try {
                        return Optional.of(Value.scalar(new BigDecimal(new java.math.BigInteger(text, base))));
                    } catch (NumberFormatException e) {
                        return Optional.empty();
                    }
                }));
    }
}

package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terraform's operators on what is known. */
final class Operators {

    private Operators() {}

    static Value unary(String operator, Value value) {
        if (operator.equals("!") && value.bool().isPresent()) {
            return new Value.Scalar(!value.bool().get());
        }
        if (operator.equals("-") && value.number().isPresent()) {
            return new Value.Scalar(value.number().get().negate());
        }
        return unknown(value);
    }

    static Value binary(String operator, Value left, Value right) {
        return switch (operator) {
            case "&&", "||" -> logic(operator, left, right);
            case "==", "!=" -> equality(operator, left, right);
            default -> arithmetic(operator, left, right);
        };
    }

    private static Value logic(String operator, Value left, Value right) {
        Optional<Boolean> a = left.bool();
        Optional<Boolean> b = right.bool();
        if (a.isEmpty() || b.isEmpty()) {
            return unknown(left, right);
        }
        return new Value.Scalar(operator.equals("&&") ? (a.get() && b.get()) : (a.get() || b.get()));
    }

    private static Value equality(String operator, Value left, Value right) {
        if (!left.isCertain() || !right.isCertain()) {
            return unknown(left, right);
        }
        boolean numbers = left.number().isPresent() && right.number().isPresent();
        boolean same = numbers ? left.number().get().compareTo(right.number().get()) == 0 : left.equals(right);
        return new Value.Scalar(operator.equals("==") == same);
    }

    private static Value arithmetic(String operator, Value left, Value right) {
        Optional<BigDecimal> a = left.number();
        Optional<BigDecimal> b = right.number();
        if (a.isEmpty() || b.isEmpty()) {
            return unknown(left, right);
        }
        boolean byZero = b.get().signum() == 0 && (operator.equals("/") || operator.equals("%"));
        return byZero ? unknown(left, right) : Value.scalar(calculated(operator, a.get(), b.get()));
    }

    private static Object calculated(String operator, BigDecimal a, BigDecimal b) {
        MathContext precision = MathContext.DECIMAL128;
        return switch (operator) {
            case "+" -> a.add(b, precision);
            case "-" -> a.subtract(b, precision);
            case "*" -> a.multiply(b, precision);
            case "/" -> a.divide(b, precision);
            case "%" ->
                a.subtract(b.multiply(a.divide(b, precision).setScale(0, java.math.RoundingMode.DOWN)), precision);
            case "<" -> a.compareTo(b) < 0;
            case ">" -> a.compareTo(b) > 0;
            case "<=" -> a.compareTo(b) <= 0;
            case ">=" -> a.compareTo(b) >= 0;
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }

    private static Value unknown(Value... values) {
        List<Value.Reference> from = new ArrayList<>();
        for (Value value : values) {
            from.addAll(value.references());
        }
        return new Value.Unknown("is calculated from what is not known yet", from);
    }
}

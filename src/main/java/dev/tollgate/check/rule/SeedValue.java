package dev.tollgate.check.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DynamoDB takes as a value: so deep, with names, and numbers of so many digits.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
final class SeedValue {

    private static final int DEEPEST = 32;
    private static final int DIGITS = 38;
    private static final BigDecimal LARGEST = new BigDecimal("9.9999999999999999999999999999999999999E+125");
    private static final BigDecimal SMALLEST = new BigDecimal("1E-130");

    private SeedValue() {}

    /** What is wrong with the attributes of {@code item}, or with what is in them. */
    static Optional<SeedItem.Problem> problem(Map<?, ?> item) {
        return in(item, 0);
    }

    private static Optional<SeedItem.Problem> in(Object value, int depth) {
        if (depth > DEEPEST) {
            return Optional.of(new SeedItem.Problem(
                    "is nested deeper than the " + DEEPEST + " levels that DynamoDB takes",
                    "keep the inner part as text"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().anyMatch(name -> name.equals(""))
                    ? Optional.of(new SeedItem.Problem("has an attribute without a name", "give it one"))
                    : map.values().stream()
                            .flatMap(part -> in(part, depth + 1).stream())
                            .findFirst();
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(part -> in(part, depth + 1).stream()).findFirst();
        }
        return value instanceof Number number ? number(new BigDecimal(number.toString())) : Optional.empty();
    }

    private static Optional<SeedItem.Problem> number(BigDecimal number) {
        BigDecimal size = number.abs().stripTrailingZeros();
        boolean fits = size.signum() == 0
                || (size.precision() <= DIGITS && size.compareTo(LARGEST) <= 0 && size.compareTo(SMALLEST) >= 0);
        return fits
                ? Optional.empty()
                : Optional.of(new SeedItem.Problem(
                        "has the number `" + number + "`; DynamoDB takes " + DIGITS
                                + " digits, from 1E-130 to 9.99E+125",
                        "keep it as text"));
    }
}

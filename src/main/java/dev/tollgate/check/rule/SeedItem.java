package dev.tollgate.check.rule;

import dev.tollgate.model.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a table's items file, as JSON has it. */
record SeedItem(Object value) {

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
    private static final int LARGEST = 400 * 1024;
    private static final int LARGEST_HASH_KEY = 2048;
    private static final int LARGEST_RANGE_KEY = 1024;

    /** What is wrong with an item, as the end of a sentence. */
    record Problem(String message, String hint) {}

    Optional<Problem> problem(Table table) {
        if (!(value instanceof Map<?, ?> item)) {
            return Optional.of(new Problem(
                    "is not an object", "write `{ \"" + table.hashKey().name() + "\": … }`"));
        }
        Optional<Problem> key = problem(table.hashKey(), item, LARGEST_HASH_KEY)
                .or(() -> table.rangeKey().flatMap(range -> problem(range, item, LARGEST_RANGE_KEY)));
        if (key.isPresent()) {
            return key;
        }
        Optional<Problem> refused = SeedValue.problem(item);
        if (refused.isPresent()) {
            return refused;
        }
        int size = size(item);
        return size > LARGEST
                ? Optional.of(new Problem(
                        "has about " + size + " bytes; DynamoDB takes " + LARGEST, "keep large values in S3"))
                : Optional.empty();
    }

    private static Optional<Problem> tooLong(Table.Key key, Object found, int most) {
        int size = found instanceof String ? size(found) : 0;
        return size > most
                ? Optional.of(new Problem(
                        "has a `" + key.name() + "` of " + size + " bytes; DynamoDB takes " + most + " in that key",
                        "shorten it"))
                : Optional.empty();
    }

    private static Optional<Problem> problem(Table.Key key, Map<?, ?> item, int most) {
        Object found = item.get(key.name());
        if (found == null) {
            return Optional.of(
                    new Problem("has no `" + key.name() + "`, a key of the table", "add `" + key.name() + "`"));
        }
        if (key.type().equals("B")) {
            return Optional.of(new Problem(
                    "has a binary key, `" + key.name() + "`, which plain JSON cannot hold",
                    "make the key a string, `S`, or put the items in by other means"));
        }
        boolean fits = key.type().equals("N") ? found instanceof Number : found instanceof String;
        if (fits) {
            return found.equals("")
                    ? Optional.of(new Problem("has an empty `" + key.name() + "`", "give each item a key"))
                    : tooLong(key, found, most);
        }
        String wanted = key.type().equals("N") ? "a number" : "a string";
        String hint = found instanceof Map<?, ?> map && map.containsKey(key.type())
                ? "write plain JSON, without DynamoDB's types"
                : "write " + wanted;
        return Optional.of(new Problem(
                "has a `" + key.name() + "` that is not of the key's type `" + key.type() + "`, " + wanted, hint));
    }

    /** The key attributes and their values, the same for two items exactly when DynamoDB takes them for one. */
    String keys(Table table) {
        Map<?, ?> item = (Map<?, ?>) value;
        return Stream.concat(Stream.of(table.hashKey()), table.rangeKey().stream())
                .map(key -> "`" + key.name() + " = " + canonical(Objects.requireNonNull(item.get(key.name()))) + "`")
                .reduce((one, two) -> one + ", " + two)
                .orElseThrow();
    }

    /** Its name in Terraform, after the table's. */
    String id(Table table) {
        Map<?, ?> item = (Map<?, ?>) value;
        return Table.itemId(
                String.valueOf(item.get(table.hashKey().name())),
                table.rangeKey().map(key -> String.valueOf(item.get(key.name()))));
    }

    private static String canonical(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** DynamoDB's own measure, roughly: names and values in UTF-8, a byte for each nested value. */
    private static int size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(
                            entry -> size(entry.getKey()) + (entry.getValue() == null ? 1 : size(entry.getValue()) + 1))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .mapToInt(item -> item == null ? 1 : size(item) + 1)
                    .sum();
        }
        return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : 8;
    }
}

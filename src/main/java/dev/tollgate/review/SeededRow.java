package dev.tollgate.review;

import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An item that a plan puts into a table. Put in once, it is the application's: it may have been rewritten since.
 *
 * @param address the item's
 * @param table the table's name in AWS
 * @param key what its keys hold, where that is known
 */
record SeededRow(String address, String table, Optional<String> key) {

    private static final String TYPE = "aws_dynamodb_table_item";

    static boolean isOne(ResourceChange change) {
        return change.type().equals(TYPE);
    }

    static SeededRow of(String address, Value values) {
        return new SeededRow(address, values.get("table_name").text().orElse(""), key(values));
    }

    private static Optional<String> key(Value values) {
        Value item = JsonText.read(values.get("item")).orElse(Value.absent());
        List<String> parts = new ArrayList<>();
        for (String attribute : List.of("hash_key", "range_key")) {
            values.get(attribute).text().map(item::get).ifPresent(typed -> typed.get("S")
                    .text()
                    .or(() -> typed.get("N").text())
                    .ifPresent(parts::add));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** The address of its table, as {@code plan} has it before. */
    Optional<String> tableAddress(Plan plan) {
        return plan.before().ofType("aws_dynamodb_table").stream()
                .filter(one -> one.get("name").is(table))
                .map(one -> one.address())
                .findFirst();
    }

    /** {@code row `1` of table `Books_Table`}. */
    String named() {
        return "row `" + key.orElse(address) + "` of table `" + table + "`";
    }
}

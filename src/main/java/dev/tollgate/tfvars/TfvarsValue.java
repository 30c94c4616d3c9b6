package dev.tollgate.tfvars;

import dev.tollgate.finding.Location;
import java.math.BigDecimal;
import java.util.List;

/** A literal of a tfvars file, and where it stands. */
public sealed interface TfvarsValue {

    /** Where the literal begins. */
    Location location();

    /** A string, its escapes and heredoc indentation already resolved. */
    record Text(Location location, String text) implements TfvarsValue {}

    /** A number, exactly as written. */
    record Num(Location location, BigDecimal number) implements TfvarsValue {}

    /** {@code true} or {@code false}. */
    record Bool(Location location, boolean truth) implements TfvarsValue {}

    /** {@code null}: as if the key were not there. */
    record Null(Location location) implements TfvarsValue {}

    /** {@code [ … ]}. */
    record Items(Location location, List<TfvarsValue> items) implements TfvarsValue {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** <code>{ … }</code>, and a whole file; keys are unique and in the order they were written. */
    record Entries(Location location, List<Entry> entries) implements TfvarsValue {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** One {@code key = value}; {@code location} is the key's. */
    record Entry(Location location, String key, TfvarsValue value) {}
}

package dev.tollgate.tfvars;

import dev.tollgate.finding.Location;
import java.math.BigDecimal;
import java.util.List;

/** A literal of a tfvars file, and where it stands. */
public sealed interface Value {

    /** Where the literal begins. */
    Location location();

    /** A string, its escapes and heredoc indentation already resolved. */
    record Text(Location location, String text) implements Value {}

    /** A number, exactly as written. */
    record Num(Location location, BigDecimal number) implements Value {}

    /** {@code true} or {@code false}. */
    record Bool(Location location, boolean truth) implements Value {}

    /** {@code null}: as if the key were not there. */
    record Null(Location location) implements Value {}

    /** {@code [ … ]}. */
    record Items(Location location, List<Value> items) implements Value {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** <code>{ … }</code>, and a whole file; keys are unique and in the order they were written. */
    record Entries(Location location, List<Entry> entries) implements Value {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** One {@code key = value}; {@code location} is the key's. */
    record Entry(Location location, String key, Value value) {}
}

package dev.tollgate.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Makes what was drawn of a table fit together. */
@SuppressWarnings("NullAway") // what is looked up here was put there before
final class GeneratedTables {

    private static final String ITEMS = "lambdas/books/books.json";
    private static final String KEY_OF_ITEMS = "book_id";

    private GeneratedTables() {}

    static void fit(SortedMap<String, Object> table, String region) {
        if (table.containsKey("read_capacity") != table.containsKey("write_capacity")) {
            GeneratedEnvironments.remove(table, "read_capacity", "write_capacity");
        }
        if (!table.containsKey("read_capacity")) {
            table.remove("autoscaling");
        }
        limits(table, table);
        if (table.containsKey("items")) {
            table.putAll(Map.of("items", ITEMS, "hash_key", KEY_OF_ITEMS, "hash_key_type", "S"));
            table.remove("range_key");
        }
        if (table.get("hash_key").equals(table.get("range_key"))) {
            table.put("range_key", table.get("range_key") + "_range");
        }
        if (Boolean.FALSE.equals(table.get("point_in_time_recovery"))) {
            table.remove("recovery_days");
        }
        table.computeIfPresent(
                "encryption_key", (key, drawn) -> drawn.toString().replace("eu-west-1", region));
        replicas(table, region);
        if (!table.containsKey("ttl")) {
            table.remove("ttl_enabled");
        }
        table.computeIfPresent("ttl", (key, drawn) -> "expires_at");
        if (table.containsKey("indexes")) {
            SortedMap<String, Object> indexes = GeneratedEnvironments.map(table, "indexes");
            indexes.keySet().forEach(index -> fit(GeneratedEnvironments.map(indexes, index), table));
        }
        if (table.containsKey("autoscaling")) {
            raise(table, "read_capacity");
            raise(table, "write_capacity");
        }
    }

    /** In other regions, of a table on demand with the stream and the key that they need. */
    private static void replicas(SortedMap<String, Object> table, String region) {
        if (!table.containsKey("replicas")) {
            return;
        }
        GeneratedEnvironments.map(table, "replicas").remove(region);
        if (table.containsKey("read_capacity")
                || GeneratedEnvironments.map(table, "replicas").isEmpty()) {
            table.remove("replicas");
            return;
        }
        table.put("stream", "NEW_AND_OLD_IMAGES");
        table.computeIfPresent(
                "encryption_key", (key, drawn) -> drawn.toString().startsWith("arn:") ? "AWS_OWNED" : drawn);
    }

    /** Both limits of {@code limited}, the table or an index of it, where the table is on demand, or none. */
    private static void limits(SortedMap<String, Object> limited, SortedMap<String, Object> table) {
        if (table.containsKey("read_capacity")
                || limited.containsKey("max_read_units") != limited.containsKey("max_write_units")) {
            GeneratedEnvironments.remove(limited, "max_read_units", "max_write_units");
        }
    }

    /** The most is no less than {@code capacity} of the table and of each index. */
    private static void raise(SortedMap<String, Object> table, String capacity) {
        Stream<Object> indexes = table.get("indexes") instanceof Map<?, ?> map
                ? map.values().stream().map(index -> ((Map<?, ?>) index).get(capacity))
                : Stream.empty();
        Stream.concat(Stream.of(table.get(capacity)), indexes)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .forEach(least -> GeneratedEnvironments.map(table, "autoscaling")
                        .merge("max_" + capacity, least, (drawn, other) -> ((BigDecimal) drawn)
                                .max((BigDecimal) other)));
    }

    /** Keys of its own, so that no attribute has two types. */
    private static void fit(SortedMap<String, Object> index, SortedMap<String, Object> table) {
        index.put("hash_key", table.get("hash_key") + "_" + index.get("hash_key"));
        index.computeIfPresent("range_key", (key, drawn) -> index.get("hash_key") + "_range");
        if (!table.containsKey("read_capacity")) {
            GeneratedEnvironments.remove(index, "read_capacity", "write_capacity");
        }
        limits(index, table);
        if ("INCLUDE".equals(index.get("projection"))) {
            index.put("non_key_attributes", List.of("title", "author"));
        } else {
            index.remove("non_key_attributes");
        }
    }
}

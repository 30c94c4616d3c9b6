package dev.tollgate.model;

import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param items JSON file of the items to put in once, relative to where Tollgate is run
 * @param provisioned whether capacity is provisioned; on demand otherwise
 */
public record Table(String name, Key hashKey, Optional<Key> rangeKey, boolean provisioned, Optional<String> items) {

    /** The table's name in Terraform. */
    public String id() {
        return Label.of(name, "table");
    }

    /**
     * The name in Terraform, after the table's own, of the item whose keys are written {@code hash} and {@code range}.
     */
    public static String itemId(String hash, Optional<String> range) {
        return Label.part(hash + range.map(key -> "_" + key).orElse(""), "item");
    }

    /** A key attribute and its type, {@code S}, {@code N} or {@code B}. */
    public record Key(String name, String type) {}
}

package dev.tollgate.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A DynamoDB table.
 *
 * @param provisioned whether capacity is provisioned; on demand otherwise
 * @param autoscaling what moves its capacities
 * @param limited whether the file limits what is called of it on demand
 * @param ttl the attribute that says when an item is deleted
 * @param stream what a stream of its changes holds
 * @param ownRecovery whether the file says how many days its backups go back
 * @param encryption with which key it is encrypted
 * @param replicas the other regions that have it too
 * @param items JSON file of the items to put in once, relative to where Tollgate is run
 */
public record Table(
        String name,
        Key hashKey,
        Optional<Key> rangeKey,
        boolean provisioned,
        Optional<Autoscaling> autoscaling,
        boolean limited,
        List<Index> indexes,
        Optional<String> ttl,
        Optional<String> stream,
        boolean ownRecovery,
        Encryption encryption,
        List<String> replicas,
        Optional<String> items) {

    public Table {
        indexes = List.copyOf(indexes);
        replicas = List.copyOf(replicas);
    }

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

    /** Its own keys. */
    public List<Key> keys() {
        return Stream.concat(Stream.of(hashKey), rangeKey.stream()).toList();
    }

    /** Its keys and those of its indexes, each once: what DynamoDB knows the type of. */
    public Collection<Key> keyAttributes() {
        SortedMap<String, Key> attributes = new TreeMap<>();
        Stream.concat(keys().stream(), indexes.stream().flatMap(index -> index.keys().stream()))
                .forEach(key -> attributes.putIfAbsent(key.name(), key));
        return attributes.values();
    }

    /** Whether its indexes' capacities move too, and there are any. */
    public boolean scalesIndexes() {
        return !indexes.isEmpty()
                && autoscaling.filter(Autoscaling::withIndexes).isPresent();
    }

    /**
     * Capacities that move with what is called.
     *
     * @param withIndexes whether those of its indexes move too
     */
    public record Autoscaling(boolean withIndexes) {}

    /**
     * What encrypts a table.
     *
     * @param ownedByAws whether it is a key of DynamoDB's that no account sees
     * @param key the ARN of a key of the user's; without one it is DynamoDB's key in the account
     */
    public record Encryption(boolean ownedByAws, Optional<String> key) {

        private static final String AWS_OWNED = "AWS_OWNED";
        private static final String AWS_MANAGED = "AWS_MANAGED";

        /** As the file has it: one of AWS's two, or the ARN of a key. */
        public static Encryption of(String word) {
            return new Encryption(
                    word.equals(AWS_OWNED),
                    Optional.of(word).filter(arn -> !arn.equals(AWS_OWNED) && !arn.equals(AWS_MANAGED)));
        }
    }

    /** A key attribute and its type, {@code S}, {@code N} or {@code B}. */
    public record Key(String name, String type) {}

    /**
     * A global secondary index.
     *
     * @param projection {@code ALL}, {@code KEYS_ONLY}, or {@code INCLUDE} with {@code attributes}
     * @param ownReads whether the file gives it a read capacity of its own
     * @param ownWrites whether the file gives it a write capacity of its own
     * @param limited whether the file limits what is called of it on demand
     */
    public record Index(
            String name,
            Key hashKey,
            Optional<Key> rangeKey,
            String projection,
            List<String> attributes,
            boolean ownReads,
            boolean ownWrites,
            boolean limited) {

        public Index {
            attributes = List.copyOf(attributes);
        }

        List<Key> keys() {
            return Stream.concat(Stream.of(hashKey), rangeKey.stream()).toList();
        }
    }
}

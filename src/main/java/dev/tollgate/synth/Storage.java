package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableAttribute;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableGlobalSecondaryIndex;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTablePointInTimeRecovery;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableReplica;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableServerSideEncryption;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableTtl;
import com.hashicorp.cdktf.providers.aws.dynamodb_table_item.DynamodbTableItemConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.RolePolicy;
import dev.tollgate.model.Table;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.IndexKeys;
import dev.tollgate.schema.ReplicaKeys;
import dev.tollgate.schema.TableKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The DynamoDB tables, and the items that are put in once. */
final class Storage {

    /** What the bindings do not know of a table's backups. */
    static final String RECOVERY_DAYS = "recovery_period_in_days";

    /** What the bindings do not know of a table on demand, nor of its indexes. */
    static final String LIMITS = "on_demand_throughput";

    private final Elements elements;
    private final SortedMap<String, Element> tables = new TreeMap<>();
    private final SortedMap<String, List<String>> granted = new TreeMap<>();
    private final SortedMap<String, String> keys = new TreeMap<>();

    Storage(Elements elements, List<Table> tables, Function<Table, SortedMap<String, String>> seeds) {
        this.elements = elements;
        for (Table table : tables) {
            KeyPath source = KeyPath.of("tables", table.name());
            Element made = elements.add(source, table.id(), config(table));
            keepKeys(made, table, source);
            leaveNoKey(made, table, source);
            if (table.ownRecovery()) {
                made.override("point_in_time_recovery." + RECOVERY_DAYS, days(table));
            }
            limit(made, table);
            leaveNothing(made, table);
            TableScaling.add(elements, table, made, variable(table));
            this.tables.put(table.name(), made);
            table.encryption().key().ifPresent(key -> keys.put(table.name(), key));
            granted.put(table.name(), RolePolicy.resources(table, made.attribute("arn")));
            seeds.apply(table).forEach((key, item) -> seed(table, made, key, item));
        }
    }

    /**
     * DynamoDB has no other keys for a table than those it was made with, so Terraform would make another table, and
     * the provider does not see that a key's type has changed
     * (https://github.com/hashicorp/terraform-provider-aws/issues/759).
     */
    private void keepKeys(Element made, Table table, KeyPath source) {
        String keys =
                table.keys().stream().map(key -> key.name() + ":" + key.type()).collect(Collectors.joining(" "));
        String refusal =
                "the keys of table `" + table.name() + "` cannot change: DynamoDB keeps those that a table was "
                        + "made with. Give the new table another name in `tables` and copy the items, or remove the table from"
                        + " the file, apply, and add it again: its items are lost then.";
        Memory first = elements.add(source, Memory.ofFirst(table.id() + "_keys", keys));
        made.demanding(first.is(keys), refusal).being(keepTypes(table.keys()), refusal);
        List<Table.Key> others = new ArrayList<>(table.keyAttributes());
        others.removeAll(table.keys());
        if (!others.isEmpty()) {
            made.being(
                    keepTypes(others),
                    "the type of an index's key of table `" + table.name()
                            + "` cannot change: DynamoDB keeps it while an index uses it, and the provider sees no change."
                            + " In two steps: remove the index from the file and apply; then add it again.");
        }
    }

    /** The provider keeps in its state the types that the table has, and not those that are written. */
    private static String keepTypes(List<Table.Key> keys) {
        String types = keys.stream()
                .map(key -> Hcl.quoted(key.name()) + " = " + Hcl.quoted(key.type()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "alltrue([for key in self.attribute : lookup(" + types + ", key.name, key.type) == key.type])";
    }

    private static String days(Table table) {
        return variable(table).at(TableKeys.RECOVERY_DAYS).text();
    }

    /** How much is called of a table on demand, and of its indexes, at most. */
    private static void limit(Element made, Table table) {
        if (table.limited()) {
            limit(
                    made,
                    "",
                    variable(table).at(TableKeys.MAX_READ_UNITS),
                    variable(table).at(TableKeys.MAX_WRITE_UNITS));
        }
        for (int i = 0; i < table.indexes().size(); i++) {
            Table.Index index = table.indexes().get(i);
            if (index.limited()) {
                Variable own = variable(table).at(TableKeys.INDEXES).entry(index.name());
                limit(
                        made,
                        "global_secondary_index." + i + ".",
                        own.at(IndexKeys.MAX_READ_UNITS),
                        own.at(IndexKeys.MAX_WRITE_UNITS));
            }
        }
    }

    private static void limit(Element made, String in, Variable reads, Variable writes) {
        made.override(in + LIMITS + ".max_read_request_units", reads.text())
                .override(in + LIMITS + ".max_write_request_units", writes.text());
    }

    private static Variable variable(Table table) {
        return Variable.of(EnvironmentKeys.TABLES).entry(table.name());
    }

    private static DynamodbTableConfig config(Table table) {
        Variable variable = variable(table);
        DynamodbTableConfig.Builder builder = DynamodbTableConfig.builder()
                .name(table.name())
                .hashKey(Hcl.literal(table.hashKey().name()))
                .attribute(attributes(table))
                .billingMode(table.provisioned() ? "PROVISIONED" : "PAY_PER_REQUEST")
                .tableClass(variable.at(TableKeys.TABLE_CLASS).text())
                .deletionProtectionEnabled(
                        variable.at(TableKeys.DELETION_PROTECTION).value())
                .pointInTimeRecovery(DynamodbTablePointInTimeRecovery.builder()
                        .enabled(variable.at(TableKeys.POINT_IN_TIME_RECOVERY).value())
                        .build())
                .serverSideEncryption(encryption(table.encryption()));
        table.rangeKey().ifPresent(range -> builder.rangeKey(Hcl.literal(range.name())));
        if (!table.indexes().isEmpty()) {
            builder.globalSecondaryIndex(table.indexes().stream()
                    .map(index -> index(table, index, variable))
                    .toList());
        }
        table.ttl()
                .ifPresent(attribute -> builder.ttl(DynamodbTableTtl.builder()
                        .attributeName(Hcl.literal(attribute))
                        .enabled(variable.at(TableKeys.TTL_ENABLED).value())
                        .build()));
        table.stream().ifPresent(view -> builder.streamEnabled(true).streamViewType(view));
        if (!table.replicas().isEmpty()) {
            builder.replica(table.replicas().stream()
                    .map(region -> replica(region, variable))
                    .toList());
        }
        if (table.provisioned()) {
            builder.readCapacity(variable.at(TableKeys.READ_CAPACITY).number())
                    .writeCapacity(variable.at(TableKeys.WRITE_CAPACITY).number());
        }
        return builder.build();
    }

    /** Switched off is DynamoDB's own key: what no account sees costs nothing. */
    private static DynamodbTableServerSideEncryption encryption(Table.Encryption encryption) {
        DynamodbTableServerSideEncryption.Builder builder =
                DynamodbTableServerSideEncryption.builder().enabled(!encryption.ownedByAws());
        encryption.key().map(Hcl::literal).ifPresent(builder::kmsKeyArn);
        return builder.build();
    }

    private static List<DynamodbTableAttribute> attributes(Table table) {
        return table.keyAttributes().stream()
                .map(key -> DynamodbTableAttribute.builder()
                        .name(Hcl.literal(key.name()))
                        .type(key.type())
                        .build())
                .toList();
    }

    private static DynamodbTableGlobalSecondaryIndex index(Table table, Table.Index index, Variable variable) {
        DynamodbTableGlobalSecondaryIndex.Builder builder = DynamodbTableGlobalSecondaryIndex.builder()
                .name(index.name())
                .hashKey(Hcl.literal(index.hashKey().name()))
                .projectionType(index.projection());
        index.rangeKey().ifPresent(range -> builder.rangeKey(Hcl.literal(range.name())));
        if (!index.attributes().isEmpty()) {
            builder.nonKeyAttributes(
                    index.attributes().stream().map(Hcl::literal).toList());
        }
        if (table.provisioned()) {
            builder.readCapacity(capacity(index, variable, true).number())
                    .writeCapacity(capacity(index, variable, false).number());
        }
        return builder.build();
    }

    private static DynamodbTableReplica replica(String region, Variable table) {
        return DynamodbTableReplica.builder()
                .regionName(region)
                .pointInTimeRecovery(table.at(TableKeys.REPLICAS)
                        .entry(region)
                        .at(ReplicaKeys.POINT_IN_TIME_RECOVERY)
                        .value())
                .propagateTags(true)
                .build();
    }

    /** Where the file has the capacity of {@code index}, for {@code reads} or for writes: its own, or the table's. */
    static Variable capacity(Table.Index index, Variable table, boolean reads) {
        Variable own = table.at(TableKeys.INDEXES).entry(index.name());
        if (reads) {
            return index.ownReads() ? own.at(IndexKeys.READ_CAPACITY) : table.at(TableKeys.READ_CAPACITY);
        }
        return index.ownWrites() ? own.at(IndexKeys.WRITE_CAPACITY) : table.at(TableKeys.WRITE_CAPACITY);
    }

    /**
     * The provider keeps a key of the user's that leaves the file. The state remembers that there was one, and only
     * {@code AWS_OWNED}, which the provider does put in its place, makes it forget.
     */
    private void leaveNoKey(Element made, Table table, KeyPath source) {
        if (table.encryption().ownedByAws()) {
            return;
        }
        String name = table.id() + "_encryption";
        if (table.encryption().key().isPresent()) {
            elements.add(source, Memory.of(name, "CUSTOMER_MANAGED"));
            return;
        }
        Memory first = elements.add(source, Memory.ofFirst(name, "AWS_MANAGED"));
        made.demanding(
                first.is("AWS_MANAGED"),
                "table `" + table.name() + "` is encrypted with a key of yours, and its file has none: write"
                        + " `encryption_key = \"AWS_OWNED\"` and deploy that before you remove it.");
    }

    /**
     * DynamoDB switches expiry off by the attribute's name only, and the provider keeps that block when it has left the
     * file, and how far backups go back; its newest versions keep the last index as well. Without this a plan would say
     * nothing. Versions that do not know the days know no other number than DynamoDB's.
     */
    private static void leaveNothing(Element made, Table table) {
        if (table.ttl().isEmpty()) {
            made.being(
                    "alltrue([for ttl in self.ttl : ttl.enabled != true])",
                    "items of table `" + table.name()
                            + "` expire, and its file has no `ttl`: write `ttl` with the attribute"
                            + " that the table has, and `ttl_enabled = false`, and deploy that before you remove `ttl`.");
        }
        if (!table.ownRecovery()) {
            made.being(
                    // Of backups that were off the provider says 0 days, or none.
                    "alltrue([for kept in self.point_in_time_recovery : kept.enabled != true || contains([0, 35], try(kept."
                            + RECOVERY_DAYS + " + 0, 0))])",
                    "backups of table `" + table.name()
                            + "` do not go back the usual 35 days, and its file has no `recovery_days`: write"
                            + " `recovery_days = 35` and deploy that before you remove it.");
        }
        if (table.indexes().isEmpty()) {
            made.being(
                    "length(self.global_secondary_index) == 0",
                    "table `" + table.name()
                            + "` has an index, and its file has none: this version of the provider keeps the"
                            + " last one. Delete it with `aws dynamodb update-table`, and plan again.");
        }
    }

    /** Put in once: what the application makes of an item afterwards is the application's. */
    private void seed(Table table, Element made, String key, String item) {
        DynamodbTableItemConfig.Builder builder = DynamodbTableItemConfig.builder()
                .tableName(made.attribute("name"))
                .hashKey(made.attribute("hash_key"))
                .item(Hcl.literal(item));
        if (table.rangeKey().isPresent()) {
            builder.rangeKey(made.attribute("range_key"));
        }
        elements.add(KeyPath.of("tables", table.name(), "items"), table.id() + "_" + key, builder.build())
                .keeping("item");
    }

    /** {@code name} or {@code arn} of the table called {@code name}. */
    String attribute(String name, String attribute) {
        Element table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("validation lets no unknown table through: " + name);
        }
        return table.attribute(attribute);
    }

    /** The ARN of the user's key that encrypts the table called {@code name}. */
    Optional<String> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** What a grant on the table called {@code name} names. */
    List<String> resources(String name) {
        List<String> resources = granted.get(name);
        if (resources == null) {
            throw new IllegalStateException("validation lets no unknown table through: " + name);
        }
        return resources;
    }
}

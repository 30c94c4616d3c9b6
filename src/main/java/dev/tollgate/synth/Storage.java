package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableAttribute;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTablePointInTimeRecovery;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableServerSideEncryption;
import com.hashicorp.cdktf.providers.aws.dynamodb_table_item.DynamodbTableItemConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Table;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.TableKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The DynamoDB tables, and the items that are put in once. */
final class Storage {

    private final Elements elements;
    private final SortedMap<String, Element> tables = new TreeMap<>();

    Storage(Elements elements, List<Table> tables, Function<Table, SortedMap<String, String>> seeds) {
        this.elements = elements;
        for (Table table : tables) {
            KeyPath source = KeyPath.of("tables", table.name());
            Element made = elements.add(source, table.id(), config(table));
            keepKeys(made, table, source);
            this.tables.put(table.name(), made);
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
                keys(table).stream().map(key -> key.name() + ":" + key.type()).collect(Collectors.joining(" "));
        String refusal =
                "the keys of table `" + table.name() + "` cannot change: DynamoDB keeps those that a table was "
                        + "made with. Give the new table another name in `tables` and copy the items, or remove the table from"
                        + " the file, apply, and add it again: its items are lost then.";
        Memory first = elements.add(source, Memory.ofFirst(table.id() + "_keys", keys));
        String types = keys(table).stream()
                .map(key -> Hcl.quoted(key.name()) + " = " + Hcl.quoted(key.type()))
                .collect(Collectors.joining(", ", "{", "}"));
        made.demanding(first.is(keys), refusal)
                .being(
                        "alltrue([for key in self.attribute : lookup(" + types + ", key.name, key.type) == key.type])",
                        refusal);
    }

    private static List<Table.Key> keys(Table table) {
        List<Table.Key> keys = new ArrayList<>(List.of(table.hashKey()));
        table.rangeKey().ifPresent(keys::add);
        return keys;
    }

    private static DynamodbTableConfig config(Table table) {
        Variable variable = Variable.of(EnvironmentKeys.TABLES).entry(table.name());
        DynamodbTableConfig.Builder builder = DynamodbTableConfig.builder()
                .name(table.name())
                .hashKey(Hcl.literal(table.hashKey().name()))
                .attribute(attributes(table))
                .billingMode(table.provisioned() ? "PROVISIONED" : "PAY_PER_REQUEST")
                .deletionProtectionEnabled(
                        variable.at(TableKeys.DELETION_PROTECTION).value())
                .pointInTimeRecovery(DynamodbTablePointInTimeRecovery.builder()
                        .enabled(variable.at(TableKeys.POINT_IN_TIME_RECOVERY).value())
                        .build())
                .serverSideEncryption(DynamodbTableServerSideEncryption.builder()
                        .enabled(true)
                        .build());
        table.rangeKey().ifPresent(range -> builder.rangeKey(Hcl.literal(range.name())));
        if (table.provisioned()) {
            builder.readCapacity(variable.at(TableKeys.READ_CAPACITY).number())
                    .writeCapacity(variable.at(TableKeys.WRITE_CAPACITY).number());
        }
        return builder.build();
    }

    private static List<DynamodbTableAttribute> attributes(Table table) {
        return keys(table).stream()
                .map(key -> DynamodbTableAttribute.builder()
                        .name(Hcl.literal(key.name()))
                        .type(key.type())
                        .build())
                .toList();
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

    /** The ARN of the table called {@code name}. */
    String arn(String name) {
        Element table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("validation lets no unknown table through: " + name);
        }
        return table.attribute("arn");
    }
}

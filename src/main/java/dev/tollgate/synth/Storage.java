package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableAttribute;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTablePointInTimeRecovery;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableServerSideEncryption;
import com.hashicorp.cdktf.providers.aws.dynamodb_table_item.DynamodbTableItemConfig;
import dev.tollgate.model.Table;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.TableKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The DynamoDB tables, and the items that are put in once. */
final class Storage {

    private final Elements elements;
    private final SortedMap<String, Element> tables = new TreeMap<>();

    Storage(Elements elements, List<Table> tables, SeedItems seeds) {
        this.elements = elements;
        for (Table table : tables) {
            Element made = elements.add(table.id(), config(table));
            this.tables.put(table.name(), made);
            seeds.of(table).forEach((key, item) -> seed(table, made, key, item));
        }
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
        List<Table.Key> keys = new ArrayList<>();
        keys.add(table.hashKey());
        table.rangeKey().ifPresent(keys::add);
        return keys.stream()
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
                .item(Hcl.literal(item))
                .lifecycle(TerraformResourceLifecycle.builder()
                        .ignoreChanges(List.of("item"))
                        .build());
        if (table.rangeKey().isPresent()) {
            builder.rangeKey(made.attribute("range_key"));
        }
        elements.add(table.id() + "_" + key, builder.build());
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

package dev.tollgate.gateway.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.table.LocalTable;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code aws_dynamodb_table} and {@code aws_dynamodb_table_item}, as DynamoDB's API takes them. */
public final class TableReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Infrastructure infrastructure;
    private final LocalNames names;

    public TableReader(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.names = new LocalNames(infrastructure);
    }

    public List<LocalTable> read() {
        List<LocalTable> tables = new ArrayList<>();
        for (Resource table : infrastructure.ofType("aws_dynamodb_table")) {
            names.text(table.get("name"))
                    .ifPresent(name -> tables.add(new LocalTable(name, definition(table, name), items(name))));
        }
        return tables;
    }

    /** The keys and the indexes, and nothing that costs: capacity, encryption and streams are AWS's business. */
    private ObjectNode definition(Resource table, String name) {
        ObjectNode definition =
                JsonNodeFactory.instance.objectNode().put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
        Set<String> keyed = new HashSet<>();
        keys(table::get, definition, keyed);
        indexes(table, "global_secondary_index", definition, "GlobalSecondaryIndexes", keyed);
        indexes(table, "local_secondary_index", definition, "LocalSecondaryIndexes", keyed);
        ArrayNode attributes = definition.putArray("AttributeDefinitions");
        for (Value attribute : table.get("attribute").items()) {
            String attributeName = names.text(attribute.get("name")).orElse("");
            // DynamoDB refuses attributes that no key uses.
            if (keyed.contains(attributeName)) {
                attributes
                        .addObject()
                        .put("AttributeName", attributeName)
                        .put("AttributeType", names.text(attribute.get("type")).orElse("S"));
            }
        }
        return definition;
    }

    private void indexes(Resource table, String block, ObjectNode definition, String member, Set<String> keyed) {
        List<Value> indexes = table.get(block).items();
        if (indexes.isEmpty()) {
            return;
        }
        Optional<String> hash = names.text(table.get("hash_key"));
        ArrayNode made = definition.putArray(member);
        for (Value index : indexes) {
            ObjectNode one = made.addObject();
            names.text(index.get("name")).ifPresent(name -> one.put("IndexName", name));
            keys(index::get, one, keyed);
            // A local index has the table's partition key, and Terraform does not say it again.
            if (block.startsWith("local")) {
                hash.ifPresent(name -> one.withArray("KeySchema")
                        .insertObject(0)
                        .put("AttributeName", name)
                        .put("KeyType", "HASH"));
            }
            ObjectNode projection = one.putObject("Projection")
                    .put(
                            "ProjectionType",
                            names.text(index.get("projection_type")).orElse("ALL"));
            List<Value> included = index.get("non_key_attributes").items();
            if (!included.isEmpty()) {
                ArrayNode attributes = projection.putArray("NonKeyAttributes");
                included.forEach(name -> names.text(name).ifPresent(attributes::add));
            }
        }
    }

    private void keys(Function<String, Value> of, ObjectNode definition, Set<String> keyed) {
        ArrayNode keys = definition.putArray("KeySchema");
        key(of.apply("hash_key"), "HASH", keys, keyed);
        key(of.apply("range_key"), "RANGE", keys, keyed);
    }

    private void key(Value attribute, String type, ArrayNode keys, Set<String> keyed) {
        names.text(attribute).ifPresent(name -> {
            keyed.add(name);
            keys.addObject().put("AttributeName", name).put("KeyType", type);
        });
    }

    private List<ObjectNode> items(String table) {
        return infrastructure.ofType("aws_dynamodb_table_item").stream()
                .filter(item ->
                        names.text(item.get("table_name")).filter(table::equals).isPresent())
                .flatMap(item -> names.text(item.get("item")).flatMap(TableReader::json).stream())
                .toList();
    }

    private static Optional<ObjectNode> json(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode item ? Optional.of(item) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

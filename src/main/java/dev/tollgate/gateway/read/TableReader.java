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
import java.util.List;
import java.util.Optional;

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

    /** The keys and nothing that costs: capacity, encryption and streams are AWS's business. */
    private ObjectNode definition(Resource table, String name) {
        ObjectNode definition =
                JsonNodeFactory.instance.objectNode().put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
        ArrayNode keys = definition.putArray("KeySchema");
        List<String> keyed = new ArrayList<>();
        key(table, "hash_key", "HASH", keys, keyed);
        key(table, "range_key", "RANGE", keys, keyed);
        ArrayNode attributes = definition.putArray("AttributeDefinitions");
        for (Value attribute : table.get("attribute").items()) {
            String attributeName = names.text(attribute.get("name")).orElse("");
            // DynamoDB refuses attributes that no key uses; those of indexes are not made here.
            if (keyed.contains(attributeName)) {
                attributes
                        .addObject()
                        .put("AttributeName", attributeName)
                        .put("AttributeType", names.text(attribute.get("type")).orElse("S"));
            }
        }
        return definition;
    }

    private void key(Resource table, String attribute, String type, ArrayNode keys, List<String> keyed) {
        names.text(table.get(attribute)).ifPresent(name -> {
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

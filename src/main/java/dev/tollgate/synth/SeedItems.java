package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The items of a table's file, plain objects there, as DynamoDB writes them: every value with its type. */
final class SeedItems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path project;
    private final StackRecord record;

    SeedItems(Path project, StackRecord record) {
        this.project = project;
        this.record = record;
    }

    /** The items of {@code table} as DynamoDB JSON, by a name made of their keys. */
    SortedMap<String, String> of(Table table) {
        SortedMap<String, String> items = new TreeMap<>();
        table.items().ifPresent(file -> read(file).forEach(item -> items.put(name(table, item), typed(item))));
        return items;
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(content(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What {@code file} holds, noted in the stack's record. */
    byte[] content(String file) {
        try {
            byte[] bytes = Files.readAllBytes(project.resolve(file));
            record.input("items", file, bytes);
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UserError unreadable(String file, IOException cause) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot read the items of `" + file + "`",
                "write a JSON list of objects",
                cause);
    }

    private static String name(Table table, JsonNode item) {
        String hash = item.path(table.hashKey().name()).asText();
        return Table.itemId(
                hash, table.rangeKey().map(key -> item.path(key.name()).asText()));
    }

    private static String typed(JsonNode item) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        item.properties().forEach(entry -> typed.set(entry.getKey(), value(entry.getValue())));
        try {
            return JSON.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree always has a text", e);
        }
    }

    private static JsonNode value(JsonNode plain) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        if (plain.isArray()) {
            ArrayNode list = value.putArray("L");
            plain.forEach(item -> list.add(value(item)));
        } else if (plain.isObject()) {
            ObjectNode map = value.putObject("M");
            plain.properties().forEach(entry -> map.set(entry.getKey(), value(entry.getValue())));
        } else if (plain.isNumber()) {
            value.put("N", plain.decimalValue().toPlainString());
        } else if (plain.isBoolean()) {
            value.put("BOOL", plain.booleanValue());
        } else if (plain.isTextual()) {
            value.put("S", plain.textValue());
        } else {
            value.put("NULL", true);
        }
        return value;
    }
}

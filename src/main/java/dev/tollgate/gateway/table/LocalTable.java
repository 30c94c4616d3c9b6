package dev.tollgate.gateway.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A table to make.
 *
 * @param definition what {@code CreateTable} takes
 * @param items what {@code PutItem} takes, each
 */
public record LocalTable(String name, ObjectNode definition, List<ObjectNode> items) {

    public LocalTable {
        definition = definition.deepCopy();
        items = List.copyOf(items);
    }

    /** A copy. */
    @Override
    public ObjectNode definition() {
        return definition.deepCopy();
    }
}

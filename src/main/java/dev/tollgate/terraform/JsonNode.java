package dev.tollgate.terraform;

import dev.tollgate.finding.Location;
import java.util.List;
import java.util.SortedMap;

/** JSON that remembers where it stands. */
sealed interface JsonNode {

    Location location();

    /** Members in the order of their names. */
    record Members(SortedMap<String, JsonNode> members, Location location) implements JsonNode {}

    record Items(List<JsonNode> items, Location location) implements JsonNode {}

    record Leaf(Value value, Location location) implements JsonNode {}
}

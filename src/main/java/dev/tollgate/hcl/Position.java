package dev.tollgate.hcl;

import dev.tollgate.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where something stands, in the shape in which the parser gives it: blocks under their type and labels, those of one
 * kind in a list.
 *
 * @param members what is inside by name
 * @param items what is inside by position
 */
public record Position(Location location, Map<String, Position> members, List<Position> items) {

    static Position at(Location location) {
        return new Position(location, new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Where the member {@code name} stands, or what is around it. */
    public Position member(String name) {
        Position found = members.get(name);
        return found == null ? at(location) : found;
    }

    /** Where the item at {@code index} stands, or what is around it. */
    public Position item(int index) {
        return index < items.size() ? items.get(index) : at(location);
    }
}

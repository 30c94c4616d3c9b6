package dev.tollgate.finding;

import java.util.Map;

/**
 * The place of each key of an environment in its files.
 *
 * @param file the environment's own file, for findings without a place
 */
public record Origins(String file, Map<KeyPath, Location> locations) {

    public Origins {
        locations = Map.copyOf(locations);
    }

    /** The place of {@code path}, or of the nearest thing around it that the user wrote. */
    public Location locate(KeyPath path) {
        for (KeyPath at = path; !at.parts().isEmpty(); at = at.parent()) {
            Location found = locations.get(at);
            if (found != null) {
                return found;
            }
        }
        return Location.startOf(file);
    }

    /** Whether something stands at {@code path} itself. */
    public boolean has(KeyPath path) {
        return locations.containsKey(path);
    }
}

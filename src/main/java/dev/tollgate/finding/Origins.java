package dev.tollgate.finding;

import java.util.Map;

/**
 * Where each key of an environment stands in the files it was read from.
 *
 * @param file the environment's own file, for what stands nowhere
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

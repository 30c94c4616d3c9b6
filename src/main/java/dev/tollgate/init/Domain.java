package dev.tollgate.init;

import java.util.Optional;

/** Names of one's own, in the public hosted zone {@code zone}. */
public record Domain(String zone, Optional<String> api, Optional<String> auth) {

    /** Whether the name above {@code auth} needs an A record that nothing else makes. */
    boolean needsPlaceholder() {
        String parent = auth.map(name -> name.substring(name.indexOf('.') + 1)).orElse("");
        boolean inside = parent.equals(zone) || parent.endsWith("." + zone);
        return inside && api.filter(parent::equals).isEmpty();
    }
}

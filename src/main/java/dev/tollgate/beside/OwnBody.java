package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.util.List;
import java.util.Optional;

/**
 * What is in a file or in a block.
 *
 * @param unclosed the first thing that is opened and never closed
 */
public record OwnBody(List<OwnAttribute> attributes, List<OwnBlock> blocks, Optional<Broken> unclosed) {

    /** Where a text stops being Terraform, and why. */
    public record Broken(Location location, String message) {}

    public OwnBody {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** The argument {@code name}. */
    Optional<OwnAttribute> attribute(String name) {
        return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}

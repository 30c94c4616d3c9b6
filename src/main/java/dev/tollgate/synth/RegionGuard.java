package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.KeyPath;

/**
 * Has a plan fail when the file names another region than the stack was made in. Terraform would look for everything
 * there, find nothing, make it all anew, and forget the pool with its users and the tables with their items.
 */
final class RegionGuard {

    private final Memory first;
    private final String region;

    RegionGuard(Elements elements, String region) {
        this.region = region;
        this.first = elements.add(KeyPath.of("region"), Memory.ofFirst("region", region));
    }

    /** Declares the output that holds it in {@code stack}: an output is there in every stack, and not in a destroy. */
    void declare(ObjectNode stack) {
        ObjectNode output = stack.withObject("/output/region")
                .put("description", "the region of everything but what is global")
                .put("value", region);
        output.putArray("precondition")
                .add(Conditions.json(
                        first.is(region),
                        "this stack was deployed in another region than `" + region
                                + "`: what is there would be left behind,"
                                + " users and items too. Write the former `region` again, or begin a new environment file"
                                + " with a state of its own, move the data, and destroy the old one."));
    }
}

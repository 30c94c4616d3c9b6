package dev.tollgate.deploy;

import java.nio.file.Path;
import java.util.List;

/**
 * A plan that was just made here, and can be applied.
 *
 * @param bundle what is said of it, to others too
 * @param file Terraform's own file of it, which holds secrets and goes nowhere
 * @param varFiles those that it was made with besides the environment's own
 */
@SuppressWarnings("ArrayRecordComponent")
public record FreshPlan(Bundle bundle, byte[] file, List<Path> varFiles) {

    public FreshPlan {
        varFiles = List.copyOf(varFiles);
    }

    /** The same plan, of which {@code other} is said. */
    public FreshPlan with(Bundle other) {
        return new FreshPlan(other, file, varFiles);
    }

    /** The environment that it is a plan of. */
    public String environment() {
        return bundle.manifest().environment();
    }
}

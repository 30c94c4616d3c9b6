package dev.tollgate.cli.served;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.model.Packed;
import dev.tollgate.pipeline.FunctionBuilds;
import java.util.List;

/** Who hears of what is served anew, and of what cannot be. */
public interface StackChanges {

    /** The stack was read again: {@code next} is to be served. */
    void replaced(LocalGateway next);

    /** {@code what} has new code. */
    void replaced(Packed what);

    /** A build ran, and perhaps failed. */
    void built(FunctionBuilds.Ran ran);

    /** A synth would refuse what is served now, for {@code why}. */
    void blocked(List<Finding> why);

    /** Something cannot be served; what was served before still is. */
    void refused(UserError why);
}

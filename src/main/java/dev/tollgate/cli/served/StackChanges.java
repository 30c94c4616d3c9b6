package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.pipeline.FunctionBuilds;

/** Who hears of what is served anew, and of what cannot be. */
public interface StackChanges {

    /** The stack was read again: {@code next} is to be served. */
    void replaced(LocalGateway next);

    /** The function {@code name} has new code. */
    void replaced(String name);

    /** The build of a function ran, and perhaps failed. */
    void built(FunctionBuilds.Ran ran);

    /** Something cannot be served; what was served before still is. */
    void refused(UserError why);
}

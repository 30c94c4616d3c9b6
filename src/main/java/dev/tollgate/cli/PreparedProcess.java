package dev.tollgate.cli;

import java.util.OptionalInt;

/** A process whose environment the CDKTF runtime can live in. */
@FunctionalInterface
public interface PreparedProcess {

    /** Runs the whole command there; empty where this process is such a one, and the command goes on in it. */
    OptionalInt exitCode();

    /** This process. */
    static PreparedProcess itself() {
        return OptionalInt::empty;
    }
}

package dev.tollgate.cli.step;

import java.util.OptionalInt;

/** A process whose environment the CDKTF runtime can live in. */
@FunctionalInterface
public interface PreparedProcess {

    /** Runs the whole command there; empty where this process is such a one, and the command goes on in it. */
    OptionalInt exitCode();

    /** Nothing more is synthesized in this process. */
    default void synthesized() {}

    /** This process, which may go on synthesizing. */
    static PreparedProcess itself() {
        return OptionalInt::empty;
    }
}

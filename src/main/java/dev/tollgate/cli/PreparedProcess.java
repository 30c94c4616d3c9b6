package dev.tollgate.cli;

import java.util.OptionalInt;

/** A process whose environment the CDKTF runtime can live in. */
public interface PreparedProcess {

    /** Runs the whole command there; empty where this process is such a one, and the command goes on in it. */
    OptionalInt exitCode();

    /** Nothing more is synthesized in this process. */
    void synthesized();

    /** This process, which goes on synthesizing. */
    static PreparedProcess itself() {
        return new PreparedProcess() {
            @Override
            public OptionalInt exitCode() {
                return OptionalInt.empty();
            }

            @Override
            public void synthesized() {}
        };
    }
}

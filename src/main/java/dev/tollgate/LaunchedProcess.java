package dev.tollgate;

import dev.tollgate.cli.step.PreparedProcess;
import dev.tollgate.synth.CdktfRuntime;
import java.util.OptionalInt;

/** This process, whose environment the {@code tollgate} launcher has prepared, and which runs one command. */
final class LaunchedProcess implements PreparedProcess {

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public void synthesized() {
        CdktfRuntime.end();
    }
}

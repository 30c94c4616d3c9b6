package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.ProcessLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How many processes functions may have on this machine. */
public final class FunctionProcesses {

    private static final int MOST = 1_000;

    @Option(
            names = "--processes",
            paramLabel = "N",
            defaultValue = "8",
            description = "The most processes of one function at once; further events wait for one. Default: 8.")
    private int most;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "End a function's process that had no event for this long. Default: 300.")
    private int idle;

    public ProcessLimits limits() {
        if (most < 1 || most > MOST) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--processes " + most + "` is not a number of processes", "use 1 to 1000");
        }
        if (idle < 1) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--idle " + idle + "` keeps no process", "use 1 or more seconds");
        }
        return new ProcessLimits(most, Duration.ofSeconds(idle));
    }
}

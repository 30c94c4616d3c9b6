package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.DebugPort;
import dev.tollgate.gateway.function.ProcessLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How many processes functions may have on this machine. */
public final class FunctionProcesses {

    private static final int MOST = 1_000;

    private static final Pattern DEBUGGED = Pattern.compile("([^=]+)=([0-9]{1,9})");

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

    @Option(
            names = "--debug",
            paramLabel = "FUNCTION=PORT",
            description =
                    "Let a debugger attach to this function of Node.js, Python or Java at this port of loopback. It has one process and no time-out. Repeatable.")
    private List<String> debugged = new ArrayList<>();

    public ProcessLimits limits() {
        if (most < 1 || most > MOST) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--processes " + most + "` is not a number of processes", "use 1 to 1000");
        }
        if (idle < 1) {
            throw new UserError(
                    UserError.Exit.USAGE, "`--idle " + idle + "` keeps no process", "use 1 or more seconds");
        }
        return new ProcessLimits(most, Duration.ofSeconds(idle), ports());
    }

    private SortedMap<String, DebugPort> ports() {
        SortedMap<String, Integer> asked = new TreeMap<>();
        for (String one : debugged) {
            Matcher words = DEBUGGED.matcher(one);
            if (!words.matches()) {
                throw new UserError(
                        UserError.Exit.USAGE,
                        "`--debug " + one + "` is not a function and a port",
                        "write `--debug books=5005`");
            }
            int port = Integer.parseInt(words.group(2));
            if (asked.containsKey(words.group(1)) || asked.containsValue(port)) {
                throw new UserError(
                        UserError.Exit.USAGE,
                        "`--debug " + one + "` names a function or a port a second time",
                        "give each function one port of its own");
            }
            asked.put(words.group(1), port);
        }
        SortedMap<String, DebugPort> ports = new TreeMap<>();
        asked.forEach((function, port) -> ports.put(function, DebugPort.of(function, port)));
        return ports;
    }
}

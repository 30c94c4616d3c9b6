package dev.tollgate.gateway.function;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many processes a function may have.
 *
 * @param most at once; further events wait
 * @param idle how long one is kept without an event, and up to twice as long
 * @param debugged where debuggers attach to functions, by their names; such a function has one process, which is kept
 */
public record ProcessLimits(int most, Duration idle, SortedMap<String, DebugPort> debugged) {

    public static final ProcessLimits USUAL = new ProcessLimits(8, Duration.ofMinutes(5), new TreeMap<>());

    public ProcessLimits {
        if (most < 1 || idle.toMillis() < 1) {
            throw new IllegalArgumentException(most + " processes, kept for " + idle);
        }
        debugged = Collections.unmodifiableSortedMap(new TreeMap<>(debugged));
    }
}

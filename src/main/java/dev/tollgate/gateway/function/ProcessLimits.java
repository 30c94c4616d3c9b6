package dev.tollgate.gateway.function;

import java.time.Duration;

/**
 * How many processes a function may have.
 *
 * @param most at once; further events wait
 * @param idle how long one is kept without an event, and up to twice as long
 */
public record ProcessLimits(int most, Duration idle) {

    public static final ProcessLimits USUAL = new ProcessLimits(8, Duration.ofMinutes(5));

    public ProcessLimits {
        if (most < 1 || idle.toMillis() < 1) {
            throw new IllegalArgumentException(most + " processes, kept for " + idle);
        }
    }
}

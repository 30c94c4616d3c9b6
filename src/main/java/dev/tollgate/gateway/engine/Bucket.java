package dev.tollgate.gateway.engine;

import java.util.function.LongSupplier;

/** A token bucket: {@code burst} requests at once, {@code rate} more each second. */
final class Bucket {

    private final double rate;
    private final double burst;
    private final LongSupplier nanos;
    private double filled;
    private long last;

    Bucket(GatewayApi.Throttle throttle, LongSupplier nanos) {
        this.rate = throttle.rate();
        this.burst = throttle.burst();
        this.nanos = nanos;
        this.filled = throttle.burst();
        this.last = nanos.getAsLong();
    }

    /** Whether one more request is let through. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        filled = Math.min(burst, filled + (now - last) / 1e9 * rate);
        last = now;
        if (filled < 1) {
            return false;
        }
        filled -= 1;
        return true;
    }
}

package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.function.Invocation;
import java.time.Duration;

/** The functions that routes call. */
public interface FunctionInvoker {

    /** Hands {@code event} to the function {@code name}. */
    Invocation invoke(String name, byte[] event, Duration timeout);
}

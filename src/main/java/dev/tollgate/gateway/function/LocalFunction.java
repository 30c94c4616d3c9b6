package dev.tollgate.gateway.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A function to run locally.
 *
 * @param name its name in AWS
 * @param folder its code, as Lambda would unpack it
 * @param memorySize in MB
 */
public record LocalFunction(
        String name,
        Path folder,
        String handler,
        String runtime,
        int memorySize,
        Duration timeout,
        SortedMap<String, String> environment) {

    public LocalFunction {
        folder = folder.toAbsolutePath().normalize();
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** The same with the code in {@code other}. */
    public LocalFunction in(Path other) {
        return new LocalFunction(name, other, handler, runtime, memorySize, timeout, environment);
    }
}

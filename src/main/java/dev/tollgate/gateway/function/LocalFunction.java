package dev.tollgate.gateway.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A function to run locally.
 *
 * @param name its name in AWS
 * @param folder its code, as Lambda would unpack it
 * @param memorySize in MB
 * @param layers what Lambda would unpack into {@code /opt}, where it has layers
 */
public record LocalFunction(
        String name,
        Path folder,
        String handler,
        String runtime,
        int memorySize,
        Duration timeout,
        SortedMap<String, String> environment,
        Optional<Path> layers) {

    public LocalFunction {
        folder = folder.toAbsolutePath().normalize();
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** One without layers. */
    public LocalFunction(
            String name,
            Path folder,
            String handler,
            String runtime,
            int memorySize,
            Duration timeout,
            SortedMap<String, String> environment) {
        this(name, folder, handler, runtime, memorySize, timeout, environment, Optional.empty());
    }

    /** The same with the code in {@code other}, and its layers in {@code unpacked}. */
    public LocalFunction in(Path other, Optional<Path> unpacked) {
        return new LocalFunction(name, other, handler, runtime, memorySize, timeout, environment, unpacked);
    }
}

package dev.tollgate.gateway.function;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A process that runs a handler, says what the handler says, and stays: it is there to be killed. */
final class KilledMain {

    private KilledMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        LocalFunction function = Runs.function(args[0], args[1], Runs.PATIENCE);
        try (FunctionRunner runner = new FunctionRunner(
                function,
                Runs.surroundings(Optional.empty()),
                1,
                Optional.empty(),
                (name, line) -> {
                    if (line.startsWith("pid ")) {
                        out.println(line);
                    }
                },
                UUID::randomUUID)) {
            runner.invoke("{\"pid\":true}".getBytes(StandardCharsets.UTF_8), Runs.PATIENCE);
            LockSupport.parkNanos(Runs.PATIENCE.toNanos());
        }
    }
}

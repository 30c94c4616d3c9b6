package dev.tollgate.gateway.function;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A process that runs a handler which never ends, and says what the handler says: it is there to be killed. */
final class HangingMain {

    private HangingMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        LocalFunction function = Runs.function(args[0], "handlers.hang", Runs.PATIENCE);
        try (FunctionRunner runner = new FunctionRunner(
                function,
                Runs.surroundings(Optional.empty()),
                1,
                (name, line) -> {
                    if (line.startsWith("pid ")) {
                        out.println(line);
                    }
                },
                UUID::randomUUID)) {
            runner.invoke("{\"pid\":true}".getBytes(StandardCharsets.UTF_8), Runs.PATIENCE);
        }
    }
}

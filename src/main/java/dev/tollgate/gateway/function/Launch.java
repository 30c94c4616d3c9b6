package dev.tollgate.gateway.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Starts processes with exactly the environment they are given. */
final class Launch {

    /** Standard output becomes descriptor 3 and input 4: what a handler prints goes the way of its errors. */
    private static final String DESCRIPTORS = "exec \"$@\" 3>&1 1>&2 4<&0 0</dev/null";

    /** The function is the shell's process; beside it, another looks whether ours is there still. */
    private static final String WATCH =
            "(while kill -0 $0 && kill -0 $$; do sleep 1; done; kill -0 $0 || kill -9 -$$ || kill -9 $$)"
                    + " >/dev/null 2>&1 &\n"
                    + "exec \"$@\" </dev/null";

    /** In a session of its own, so that what it starts can be ended with it; macOS has no {@code setsid}. */
    private static final String GROUP = "if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";

    private Launch() {}

    /** A process whose standard streams, seen from here, are the channel; its error stream is all that it prints. */
    static Process channel(List<String> command, Path folder, SortedMap<String, String> environment)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(grouped(DESCRIPTORS, "function", command)).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * A process that prints on one stream. It ends when this one does, however that ends: nobody else would tell it,
     * and a client of the Runtime API asks again for ever.
     */
    static Process plain(List<String> command, Path folder, SortedMap<String, String> environment) throws IOException {
        String watched = Long.toString(ProcessHandle.current().pid());
        ProcessBuilder builder = new ProcessBuilder(grouped(WATCH, watched, command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** {@code command} by a shell's {@code script}, whose {@code $0} is {@code zero}. */
    private static List<String> grouped(String script, String zero, List<String> command) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", GROUP, "function", "/bin/sh", "-c", script, zero));
        line.addAll(command);
        return line;
    }

    /** What {@code program}, found on {@code PATH}, prints on standard output. */
    static String output(String program, List<String> arguments, SortedMap<String, String> environment)
            throws IOException {
        List<String> line =
                new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 2>/dev/null </dev/null", "find", program));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try (InputStream output = builder.start().getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

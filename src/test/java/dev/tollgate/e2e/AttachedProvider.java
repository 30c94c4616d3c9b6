package dev.tollgate.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The AWS provider as one process for many commands of Terraform: it loads its thousand types once, not three times a
 * command. It ends with this process at the latest, when nobody holds its input any more.
 */
record AttachedProvider(Process process, String address) implements AutoCloseable {

    private static final String UNTIL_INPUT_ENDS = "\"$1\" -debug 2>&1 & cat >/dev/null; kill $!";
    private static final String NAMED = "TF_REATTACH_PROVIDERS='";

    static AttachedProvider start(Path folder, Path binary, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        UNTIL_INPUT_ENDS,
                        "sh",
                        binary.toAbsolutePath().toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("AWS_CA_BUNDLE");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder all = new StringBuilder();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                all.append(line).append('\n');
                int at = line.indexOf(NAMED);
                if (at >= 0) {
                    drain(said);
                    return new AttachedProvider(process, line.substring(at + NAMED.length(), line.lastIndexOf('\'')));
                }
            }
            throw new AssertionError("the provider did not start: " + all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on, so that the provider never waits for a reader of what it logs. */
    private static void drain(BufferedReader said) {
        Thread thread = new Thread(() -> said.lines().forEach(line -> {}), "what the provider says");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }
}

package dev.tollgate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program run to its end: its exit code and everything it said. */
record Run(int exit, String output) {

    private static final long MINUTES = 6;

    /** Runs {@code command} in {@code folder} with {@code environment} on top of this process's own. */
    static Run of(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path log = Files.createTempFile("run-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            List.of("AWS_PROFILE", "AWS_CA_BUNDLE", "AWS_REGION", "TF_WORKSPACE")
                    .forEach(builder.environment()::remove);
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " did not end: " + Files.readString(log));
            }
            Run run = new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
            Files.delete(log);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** This run, which ended well. */
    Run succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + "\n" + output);
        }
        return this;
    }
}

package dev.tollgate.aws;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs programs that are on {@code PATH}, each within a time. */
public final class Programs {

    private final Map<String, String> environment;
    private final Duration time;

    /** Programs as {@code environment} finds them; each is ended after {@code time}. */
    public Programs(Map<String, String> environment, Duration time) {
        this.environment = new TreeMap<>(environment);
        // Terraform asks its maker for news otherwise, and AWS's command line opens a pager.
        this.environment.put("CHECKPOINT_DISABLE", "1");
        this.environment.put("AWS_PAGER", "");
        this.time = time;
    }

    /** The value of an environment variable. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where {@code program} is. */
    public Optional<Path> find(String program) {
        return Arrays.stream(variable("PATH").orElse("").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Runs {@code program} to its end, with nothing to read. */
    public Outcome run(String program, String... arguments) {
        Optional<Path> found = find(program);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        List<String> command = new ArrayList<>(List.of(found.get().toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            Path out = Files.createTempFile("tollgate-run-", ".out");
            Path err = Files.createTempFile("tollgate-run-", ".err");
            try {
                return run(command, out, err);
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            return new Outcome.Unstartable(String.valueOf(e.getMessage()));
        }
    }

    private Outcome run(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return new Outcome.TooSlow(time.toSeconds());
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return new Outcome.Unstartable("interrupted");
        }
        return new Outcome.Ended(process.exitValue(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

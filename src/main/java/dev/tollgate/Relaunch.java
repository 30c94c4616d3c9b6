package dev.tollgate;

import dev.tollgate.cli.step.PreparedProcess;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Runs the same command in a process whose environment the CDKTF runtime can live in. It takes its temp folder and its
 * wish for silence from environment variables, and leaves folders behind; the {@code tollgate} launcher prepares both,
 * so this is for {@code java -jar} alone.
 */
final class Relaunch implements PreparedProcess {

    /** What the launcher sets once the environment is prepared. */
    private static final String PREPARED = "TOLLGATE_LAUNCHED";

    private final String[] args;

    private Relaunch(String[] args) {
        this.args = args;
    }

    /** This process where {@code environment} is prepared for the CDKTF runtime, and another one where it is not. */
    static PreparedProcess preparing(String[] args, Map<String, String> environment) {
        return environment.containsKey(PREPARED) ? new LaunchedProcess() : new Relaunch(args);
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.of(run());
    }

    private int run() {
        try {
            Path temp = Files.createTempDirectory("tollgate-");
            List<Process> started = new CopyOnWriteArrayList<>();
            Thread ending = new Thread(() -> end(started, temp), "end the child, then remove the temp folder");
            Runtime.getRuntime().addShutdownHook(ending);
            Process process = command(temp).inheritIO().start();
            started.add(process);
            return process.waitFor();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start Java a second time: " + e.getMessage(),
                    "use the `tollgate` launcher",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UserError.Exit.ENVIRONMENT.code();
        }
    }

    /** It may have a Terraform to wait for, which needs the folder until it has ended. */
    private static void end(List<Process> started, Path temp) {
        started.forEach(process -> {
            process.destroy();
            process.onExit().join();
        });
        remove(temp);
    }

    private ProcessBuilder command(Path temp) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put(PREPARED, "1");
        environment.put("TMPDIR", temp.toString());
        String out = environment.remove("CDKTF_OUTDIR");
        if (out != null && !out.isEmpty()) {
            environment.put("TOLLGATE_OUTDIR", out);
        }
        if (!Arrays.asList(args).contains("--verbose")) {
            silence(environment);
        }
        return builder;
    }

    /** The warning of Node's end of life names the versions that it is silent about; the others are on or off. */
    private static void silence(Map<String, String> environment) {
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "16,18,19,20,21,22,23,24,25");
        for (String warning : List.of("UNTESTED", "DEPRECATED", "KNOWN_BROKEN")) {
            environment.put("JSII_SILENCE_WARNING_" + warning + "_NODE_VERSION", "1");
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

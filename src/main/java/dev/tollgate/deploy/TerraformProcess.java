package dev.tollgate.deploy;

import dev.tollgate.finding.UserError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program that hears of our end exactly once and is waited for. Terraform takes a first signal as a wish to finish
 * what it has begun, save its state and release its lock; at a second it drops everything.
 */
final class TerraformProcess {

    private static final File NOTHING = new File("/dev/null");

    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Ending ending;

    /**
     * {@code heardApart} says whether the terminal's own Ctrl-C passes the program by, so that we have to pass it on.
     */
    TerraformProcess(Path folder, List<String> command, Map<String, String> environment, boolean heardApart) {
        this.folder = folder;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.ending = new Ending(heardApart);
    }

    /** Runs it with our own output as its output, so that its text and its colours are as it makes them. */
    int shown() {
        return endedByUs(() ->
                ending.start(prepared().inheritIO().redirectInput(NOTHING)).waitFor());
    }

    /** Runs it and keeps what it says. */
    TerraformRun held() {
        return endedByUs(() -> {
            Process process = ending.start(prepared().redirectInput(NOTHING));
            CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            byte[] output = all(process.getInputStream());
            String said = new String(errors.join(), StandardCharsets.UTF_8);
            return new TerraformRun(process.waitFor(), output, said);
        });
    }

    private ProcessBuilder prepared() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private interface Running<T> {
        T ended() throws IOException, InterruptedException;
    }

    private <T> T endedByUs(Running<T> running) {
        Thread hook = new Thread(ending, "wait for Terraform");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            T result = running.ended();
            forget(hook);
            return result;
        } catch (IllegalStateException e) {
            throw new UserError(UserError.Exit.TERRAFORM, "interrupted", "nothing more was started; run it again", e);
        } catch (IOException e) {
            forget(hook);
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start `terraform`: " + e.getMessage(),
                    "check that the program can be run",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(UserError.Exit.TERRAFORM, "interrupted", "run it again", e);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook finds nothing left to wait for.
        }
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happens when we are told to end. */
    private static final class Ending implements Runnable {

        private final boolean heardApart;
        private boolean began;
        private CompletableFuture<Process> started = new CompletableFuture<>();

        Ending(boolean heardApart) {
            this.heardApart = heardApart;
        }

        synchronized Process start(ProcessBuilder builder) throws IOException {
            if (began) {
                throw new IllegalStateException("ending");
            }
            Process process = builder.start();
            started.complete(process);
            return process;
        }

        @Override
        public void run() {
            Process process = begun();
            if (process == null) {
                return;
            }
            if (heardApart) {
                // Not Process.destroy(), which closes the pipes too: Terraform would die of its next word.
                process.toHandle().destroy();
            }
            process.onExit().join();
        }

        private synchronized @org.jspecify.annotations.Nullable Process begun() {
            began = true;
            return started.getNow(null);
        }
    }
}

package dev.tollgate.pipeline;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.packaging.Builds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs the builds that functions ask for, several side by side. */
public final class FunctionBuilds {

    private final Builds builds;
    private final Map<String, String> environment;

    FunctionBuilds(Path project, Map<String, String> environment) {
        this.builds = new Builds(project);
        this.environment = environment;
    }

    /**
     * A build that ran.
     *
     * @param function the first function that asks for it
     * @param bytes how large its package is; empty when it failed
     * @param differs whether it made other bytes than before of the same
     * @param why what went wrong, to be read after its name; empty when nothing did
     * @param output what the command printed
     */
    public record Ran(
            String function,
            FunctionCode.Built code,
            Duration time,
            Optional<Long> bytes,
            boolean differs,
            String why,
            String output) {

        /** Whether there is no package. */
        public boolean failed() {
            return bytes.isEmpty();
        }
    }

    /** Those that {@code functions} ask for: each once, by the first function that does. */
    private static Map<FunctionCode.Built, String> asked(List<LambdaFunction.Packaged> functions) {
        Map<FunctionCode.Built, String> asked = new LinkedHashMap<>();
        for (LambdaFunction.Packaged function : functions) {
            if (function.code() instanceof FunctionCode.Built built) {
                asked.putIfAbsent(built, function.id());
            }
        }
        return asked;
    }

    /**
     * Runs those builds of {@code judged}, none of which blocks, whose inputs have changed, all of them if they are to
     * run {@code again}. {@code progress} hears what is being built.
     */
    public List<Ran> run(List<Judged> judged, boolean again, Consumer<String> progress) {
        return runOf(
                judged.stream()
                        .flatMap(one -> one.environment().orElseThrow().packagedFunctions().stream())
                        .toList(),
                again,
                progress);
    }

    /** The same for {@code functions}. */
    List<Ran> runOf(List<LambdaFunction.Packaged> functions, boolean again, Consumer<String> progress) {
        Map<FunctionCode.Built, String> due = asked(functions);
        if (!again) {
            due.keySet().removeIf(this::isThere);
        }
        if (due.isEmpty()) {
            return List.of();
        }
        ExecutorService side = Executors.newFixedThreadPool(
                Math.min(due.size(), Runtime.getRuntime().availableProcessors()));
        try {
            return ran(due, new ExecutorCompletionService<>(side), progress);
        } finally {
            side.shutdownNow();
        }
    }

    private boolean isThere(FunctionCode.Built code) {
        try {
            return builds.zip(code).isPresent();
        } catch (IOException e) {
            throw unreadable(code, e);
        }
    }

    private List<Ran> ran(Map<FunctionCode.Built, String> due, CompletionService<Ran> side, Consumer<String> progress) {
        List<String> running = new ArrayList<>(due.values());
        due.forEach((code, function) -> side.submit(() -> build(function, code)));
        List<Ran> ran = new ArrayList<>();
        try {
            while (ran.size() < due.size()) {
                progress.accept(
                        "building " + String.join(", ", running) + " (" + (ran.size() + 1) + " of " + due.size() + ")");
                Ran next = side.take().get();
                running.remove(next.function());
                ran.add(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(UserError.Exit.BUILD, "interrupted", "run it again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserError error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
        return ran;
    }

    private Ran build(String function, FunctionCode.Built code) throws InterruptedException {
        long start = System.nanoTime();
        try {
            Builds.Outcome outcome = builds.build(code, environment);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return outcome instanceof Builds.Made made
                    ? new Ran(function, code, time, Optional.of(made.bytes()), made.differs(), "", "")
                    : failed(function, code, time, (Builds.Failed) outcome);
        } catch (IOException e) {
            throw unreadable(code, e);
        }
    }

    private static Ran failed(String function, FunctionCode.Built code, Duration time, Builds.Failed failed) {
        return new Ran(function, code, time, Optional.empty(), false, failed.why(), failed.output());
    }

    private static UserError unreadable(FunctionCode.Built code, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot build `" + code.path() + "`: " + e.getMessage(),
                "make its files readable, and `" + Builds.FOLDER + "` and `/tmp` writable",
                e);
    }
}

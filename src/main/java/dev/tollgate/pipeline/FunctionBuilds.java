package dev.tollgate.pipeline;

import dev.tollgate.finding.UserError;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.model.Packed;
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
import java.util.stream.Collectors;

/** Runs the builds that functions and layers ask for, several side by side. */
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
     * @param of the first that asks for it
     * @param bytes how large its package is; empty when it failed
     * @param differs whether it made other bytes than before of the same
     * @param why what went wrong, to be read after its name; empty when nothing did
     * @param output what the command printed
     */
    public record Ran(
            Packed of,
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

    /** Those that {@code all} ask for: each once, by the first that does. */
    private static Map<FunctionCode.Built, Packed> asked(List<? extends Packed> all) {
        Map<FunctionCode.Built, Packed> asked = new LinkedHashMap<>();
        for (Packed packed : all) {
            if (packed.code() instanceof FunctionCode.Built built) {
                asked.putIfAbsent(built, packed);
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
                        .flatMap(one -> one.environment().orElseThrow().packed().stream())
                        .toList(),
                again,
                progress);
    }

    /** The same for {@code all}. */
    List<Ran> runOf(List<? extends Packed> all, boolean again, Consumer<String> progress) {
        Map<FunctionCode.Built, Packed> due = asked(all);
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

    private List<Ran> ran(Map<FunctionCode.Built, Packed> due, CompletionService<Ran> side, Consumer<String> progress) {
        List<Packed> running = new ArrayList<>(due.values());
        due.forEach((code, packed) -> side.submit(() -> build(packed, code)));
        List<Ran> ran = new ArrayList<>();
        try {
            while (ran.size() < due.size()) {
                progress.accept("building " + running.stream().map(Packed::id).collect(Collectors.joining(", ")) + " ("
                        + (ran.size() + 1) + " of " + due.size() + ")");
                Ran next = side.take().get();
                running.remove(next.of());
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

    private Ran build(Packed packed, FunctionCode.Built code) throws InterruptedException {
        long start = System.nanoTime();
        try {
            Builds.Outcome outcome = builds.build(code, environment);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return outcome instanceof Builds.Made made
                    ? new Ran(packed, code, time, Optional.of(made.bytes()), made.differs(), "", "")
                    : failed(packed, code, time, (Builds.Failed) outcome);
        } catch (IOException e) {
            throw unreadable(code, e);
        }
    }

    private static Ran failed(Packed packed, FunctionCode.Built code, Duration time, Builds.Failed failed) {
        return new Ran(packed, code, time, Optional.empty(), false, failed.why(), failed.output());
    }

    private static UserError unreadable(FunctionCode.Built code, IOException e) {
        return new UserError(
                UserError.Exit.ENVIRONMENT,
                "cannot build `" + code.path() + "`: " + e.getMessage(),
                "make its files readable, and `" + Builds.FOLDER + "` and `/tmp` writable",
                e);
    }
}

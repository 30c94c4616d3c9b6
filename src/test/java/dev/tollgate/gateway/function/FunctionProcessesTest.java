package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many processes a function has, and for how long. */
class FunctionProcessesTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        callers.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "python"})
    void keepsAProcessUntilItEnds(String language) {
        try (Runs runs = Runs.of(language, "handlers.counted")) {
            assertThat(count(runs.invoke("{}"))).isEqualTo(1);
            assertThat(count(runs.invoke("{}"))).isEqualTo(2);
            assertThat(runs.invoke("{\"fail\":true}")).isInstanceOf(Invocation.Failed.class);
            assertThat(count(runs.invoke("{}"))).isEqualTo(4);
            assertThat(runs.invoke("{\"exit\":true}")).isInstanceOf(Invocation.Crashed.class);
            assertThat(count(runs.invoke("{}"))).isEqualTo(1);
        }
    }

    private static int count(Invocation invocation) {
        return Runs.json(invocation).path("count").asInt();
    }

    @Test
    void startsAfreshAfterAProcessHasEndedBetweenEvents() {
        try (Runs runs = Runs.of("node", "handlers.dies")) {
            List<Invocation> results =
                    Stream.generate(() -> runs.invoke("{}")).limit(10).toList();

            assertThat(results).hasOnlyElementsOfType(Invocation.Answered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "python"})
    void takesEventsAtOnceInProcessesOfTheirOwn(String language, @TempDir Path folder) {
        try (Runs runs = Runs.of(language, "handlers.together", 2)) {
            CompletableFuture<Invocation> one =
                    CompletableFuture.supplyAsync(() -> runs.invoke(waiting(folder, "one", "two")), callers);
            CompletableFuture<Invocation> two =
                    CompletableFuture.supplyAsync(() -> runs.invoke(waiting(folder, "two", "one")), callers);

            assertThat(Runs.json(one.join())).isNotEqualTo(Runs.json(two.join()));
        }
    }

    private static String waiting(Path folder, String name, String other) {
        return new ObjectMapper()
                .valueToTree(Map.of("folder", folder.toString(), "name", name, "other", other))
                .toString();
    }

    /** Each of the others has waited for longer than it may take: a millisecond counts from when it has a process. */
    @Test
    void startsNoMoreProcessesThanTheBoundAndCountsNoWaiting(@TempDir Path folder) throws IOException {
        Duration brief = Duration.ofMillis(1);
        try (Runs runs = Runs.of("node", "handlers.together", 1)) {
            CompletableFuture<Invocation> first =
                    CompletableFuture.supplyAsync(() -> runs.invoke(waiting(folder, "one", "two")), callers);
            Runs.await(() -> folder.resolve("one").toFile().exists());
            List<CompletableFuture<Invocation>> others = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> runs.invoke(waiting(folder, "three", "four"), brief), callers))
                    .limit(3)
                    .toList();
            Runs.await(() -> runs.waiting() == 3);
            long all = System.nanoTime();
            Runs.await(() -> System.nanoTime() - all > brief.toNanos());

            assertThat(runs.running()).isEqualTo(1);
            assertThat(others).noneMatch(CompletableFuture::isDone);
            Files.writeString(folder.resolve("two"), "");
            assertThat(first.join()).isInstanceOf(Invocation.Answered.class);
            assertThat(others.stream().map(CompletableFuture::join))
                    .containsOnly(new Invocation.TimedOut(brief))
                    .hasSize(3);
        }
    }

    @Test
    void endsProcessesThatNobodyCallsAndStartsOthers() {
        try (Runs runs = Runs.of("node", "handlers.counted")) {
            assertThat(count(runs.invoke("{}"))).isEqualTo(1);
            runs.endIdle();
            assertThat(count(runs.invoke("{}"))).as("used in between").isEqualTo(2);
            runs.endIdle();
            assertThat(runs.running()).isEqualTo(1);
            runs.endIdle();
            assertThat(runs.running()).isZero();
            assertThat(count(runs.invoke("{}"))).isEqualTo(1);
        }
    }

    @Test
    void letsWaitersGoWhenItIsClosed(@TempDir Path folder) {
        CompletableFuture<Invocation> second;
        try (Runs runs = Runs.of("node", "handlers.together", 1)) {
            CompletableFuture<Invocation> first =
                    CompletableFuture.supplyAsync(() -> runs.invoke(waiting(folder, "one", "two")), callers);
            Runs.await(() -> folder.resolve("one").toFile().exists());
            second = CompletableFuture.supplyAsync(() -> runs.invoke(waiting(folder, "two", "one")), callers);
            Runs.await(() -> runs.waiting() == 1);
            assertThat(first).isNotDone();
        }

        assertThat(second.join()).isInstanceOf(Invocation.Crashed.class);
        assertThat(folder.resolve("two")).doesNotExist();
    }

    @Test
    void endsWhatAHandlerHasStarted() {
        Runs seen;
        CompletableFuture<Invocation> result;
        try (Runs runs = Runs.of("node", "handlers.child")) {
            seen = runs;
            result = CompletableFuture.supplyAsync(() -> runs.invoke("{}"), callers);
            Runs.await(() -> runs.log.stream().anyMatch(line -> line.startsWith("child ")));
        }

        assertThat(result.join()).isInstanceOf(Invocation.Crashed.class);
        Runs.await(() -> isGone(seen.numberAfter("child")));
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    /**
     * A Java process is killed while its handlers spin, load, or wait for an event; nothing of them may be left, nor of
     * what they started.
     */
    @ParameterizedTest
    @CsvSource({
        "node, handlers.hang",
        "node, handlers.pid",
        "node, hangs.handler",
        "python, handlers.hang",
        "python, handlers.pid",
        "python, hangs.handler",
        "program, pid",
        "node, handlers.startsAnother",
        "python, handlers.starts_another",
        "program, another"
    })
    void leavesNoProcessBehindWhenKilled(String language, String handler) throws IOException, InterruptedException {
        Runs.function(language, handler, Runs.PATIENCE);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMain.class.getName(),
                        language,
                        handler)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said;
        try (BufferedReader reader = java.inputReader()) {
            said = reader.readLine();
        }
        java.destroyForcibly().waitFor();

        assertThat(said).startsWith("pid ");
        long pid = Long.parseLong(said.substring(4));
        Runs.await(() -> isGone(pid));
    }
}

package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A function of {@code src/test/resources/functions} being run, and what its log says. */
final class Runs implements AutoCloseable {

    /** Long enough for the slowest machine; nothing waits for it but what is broken. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path FUNCTIONS = Path.of("src", "test", "resources", "functions");

    final List<String> log = new CopyOnWriteArrayList<>();
    private final FunctionRunner runner;

    private Runs(LocalFunction function, int bound) {
        runner = new FunctionRunner(
                function,
                surroundings(Optional.empty()),
                bound,
                Optional.empty(),
                (name, line) -> log.add(line),
                UUID::randomUUID);
    }

    static Runs of(String language, String handler) {
        return of(language, handler, 1);
    }

    static Runs of(String language, String handler, int bound) {
        return new Runs(function(language, handler, PATIENCE), bound);
    }

    static Runs of(LocalFunction function) {
        return new Runs(function, 1);
    }

    static LocalFunction function(String language, String handler, Duration timeout) {
        if (language.equals("program")) {
            return OwnRuntimesTest.program(handler);
        }
        boolean isNode = language.equals("node");
        RequiredTool.orSkip(isNode ? "node" : "python3");
        SortedMap<String, String> environment = new TreeMap<>(Map.of("GREETING", "hello"));
        return new LocalFunction(
                "dev-" + language,
                FUNCTIONS.resolve(language),
                handler,
                isNode ? "nodejs20.x" : "python3.11",
                128,
                timeout,
                environment);
    }

    static FunctionSurroundings surroundings(Optional<String> endpoint) {
        return new FunctionSurroundings(
                "eu-west-1", "123456789012", endpoint, Optional.empty(), System.getenv("PATH"), System.getenv("HOME"));
    }

    Invocation invoke(String event) {
        return runner.invoke(event.getBytes(StandardCharsets.UTF_8), PATIENCE);
    }

    Invocation invoke(String event, Duration timeout) {
        return runner.invoke(event.getBytes(StandardCharsets.UTF_8), timeout);
    }

    int waiting() {
        return runner.waiting();
    }

    int running() {
        return runner.running();
    }

    void endIdle() {
        runner.endIdle();
    }

    /** The number that the log names after {@code word}; the handler said it before it hung. */
    long numberAfter(String word) {
        return log.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> Long.parseLong(line.substring(word.length() + 1)))
                .collect(Collectors.toList())
                .get(0);
    }

    @Override
    public void close() {
        runner.close();
    }

    /** Waits for what will come about; what does not fails the test. */
    static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** What was answered. */
    static JsonNode json(Invocation invocation) {
        assertThat(invocation).isInstanceOf(Invocation.Answered.class);
        try {
            return new ObjectMapper().readTree(((Invocation.Answered) invocation).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

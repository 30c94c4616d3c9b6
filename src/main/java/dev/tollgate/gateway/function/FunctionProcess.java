package dev.tollgate.gateway.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process of a function, which takes one event at a time. After anything but an answer or an error it is over. */
final class FunctionProcess {

    private static final Set<String> OUT_OF_MEMORY = Set.of("MemoryError", "java.lang.OutOfMemoryError");
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Process process;
    private final int memorySize;
    private final Talk talk;
    private final ProcessOutput output;
    private final ExecutorService exchange;
    private volatile boolean over;
    private volatile boolean rested;

    /** A {@code process} that {@code talk} is with, and whose words come on {@code printed}. */
    FunctionProcess(Process process, Talk talk, InputStream printed, LocalFunction function, FunctionLog log) {
        this.process = process;
        this.memorySize = function.memorySize();
        this.talk = talk;
        this.output = new ProcessOutput(printed, function.name(), line -> log.line(function.name(), line));
        this.exchange = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "events of " + function.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A process of {@code command} that asks Lambda's Runtime API for events. */
    static FunctionProcess asking(
            List<String> command, LocalFunction function, SortedMap<String, String> environment, FunctionLog log)
            throws IOException {
        RuntimeApi api = new RuntimeApi(Clock.systemUTC());
        SortedMap<String, String> variables = new TreeMap<>(environment);
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        try {
            Process process = Launch.plain(command, function.folder(), variables);
            api.watch(process);
            return new FunctionProcess(process, api, process.getInputStream(), function, log);
        } catch (IOException e) {
            api.end();
            throw e;
        }
    }

    /** Waits until the handler is loaded; what it returns is why it is not. */
    Optional<Invocation> loading(Duration limit) {
        Invocation result = within(limit, () -> outcome(talk.receive()));
        return over ? Optional.of(result) : Optional.empty();
    }

    /** Hands {@code event} over; empty when the process had ended before it took it. */
    Optional<Invocation> invoke(String header, byte[] event, Duration limit) {
        rested = false;
        AtomicBoolean begun = new AtomicBoolean();
        Invocation result = within(limit, () -> {
            talk.send(header, event);
            Channel.Frame frame = talk.receive();
            begun.set(frame.kind() == Channel.Kind.BEGUN);
            return outcome(begun.get() ? talk.receive() : frame);
        });
        boolean wasGone = result instanceof Invocation.Crashed && !begun.get();
        return wasGone ? Optional.empty() : Optional.of(result);
    }

    private Invocation within(Duration limit, Callable<Invocation> talk) {
        Future<Invocation> result;
        try {
            result = exchange.submit(talk);
        } catch (RejectedExecutionException e) {
            return crashed();
        }
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            boolean hangs = process.isAlive();
            return hangs ? ended(new Invocation.TimedOut(limit)) : crashed();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                return crashed();
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Invocation outcome(Channel.Frame frame) throws IOException {
        return switch (frame.kind()) {
            case READY, BEGUN -> new Invocation.Answered("null");
            case ANSWER -> new Invocation.Answered(frame.text());
            case ERROR -> failed(frame.text());
            case NOT_LOADED, LAST_ERROR -> ended(failed(frame.text()));
        };
    }

    private Invocation failed(String text) throws JsonProcessingException {
        JsonNode error = new ObjectMapper().readTree(text);
        String type = error.path("type").asText();
        if (OUT_OF_MEMORY.contains(type)) {
            return ended(new Invocation.OutOfMemory(memorySize));
        }
        List<String> trace = new ArrayList<>();
        error.path("trace").forEach(line -> trace.add(line.asText()));
        return new Invocation.Failed(type, error.path("message").asText(), trace);
    }

    private Invocation crashed() {
        over = true;
        try {
            if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                end();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        List<String> log = output.last(LAST_WORDS);
        end();
        boolean heapWasFull = log.stream().anyMatch(line -> line.contains("JavaScript heap out of memory"));
        return heapWasFull ? new Invocation.OutOfMemory(memorySize) : new Invocation.Crashed(process.exitValue(), log);
    }

    private Invocation ended(Invocation result) {
        end();
        return result;
    }

    /** Whether it can take another event. */
    boolean isReusable() {
        return !over && process.isAlive();
    }

    /** Does {@code what} once the process has ended. */
    void afterEnd(Runnable what) {
        CompletableFuture<Void> unused = process.onExit().thenRun(what);
    }

    /** Remembers that it has nothing to do, until its next event. */
    void rest() {
        rested = true;
    }

    boolean isRested() {
        return rested;
    }

    /** Ends the process and what it has started. */
    void end() {
        over = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        talk.end();
        exchange.shutdownNow();
    }
}

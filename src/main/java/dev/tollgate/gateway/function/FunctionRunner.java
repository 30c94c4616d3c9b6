package dev.tollgate.gateway.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs one function: as many processes as there are events at once, up to a bound, each kept for the next event until
 * it fails. Its memory limit is an approximation: of Node.js and Java the heap, of Python what the process may write
 * to; a program of one's own has none.
 */
public final class FunctionRunner implements AutoCloseable {

    /** Lambda gives a function this long to load. */
    private static final Duration LOADING = Duration.ofSeconds(10);

    /** Somebody looks at a breakpoint for longer than any time-out. */
    private static final Duration DEBUGGING = Duration.ofDays(1);

    private final LocalFunction function;
    private final LocalRuntime runtime;
    private final Optional<DebugPort> debug;
    private final SortedMap<String, String> environment;
    private final String arn;
    private final FunctionLog log;
    private final Supplier<UUID> requestIds;
    private final Semaphore slots;
    private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<FunctionProcess> processes = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Prepares to run {@code function} in up to {@code bound} processes; in one, and without a time-out, where a
     * debugger attaches at {@code debug}. Refuses a runtime that is not run locally or cannot be debugged, or whose
     * interpreter is not here; starts nothing yet.
     */
    public FunctionRunner(
            LocalFunction function,
            FunctionSurroundings surroundings,
            int bound,
            Optional<DebugPort> debug,
            FunctionLog log,
            Supplier<UUID> requestIds) {
        this.function = function;
        this.environment = FunctionEnvironment.of(function, surroundings);
        this.runtime = LocalRuntime.of(function, environment, debug);
        this.debug = debug;
        this.arn = "arn:aws:lambda:" + surroundings.region() + ":" + surroundings.account() + ":function:"
                + function.name();
        this.log = log;
        this.requestIds = requestIds;
        this.slots = new Semaphore(debug.isPresent() ? 1 : bound, true);
        runtime.difference(function).ifPresent(line -> log.line(function.name(), line));
    }

    /**
     * Hands {@code event}, which is JSON, to the handler and waits {@code timeout}, or the function's own where that is
     * shorter. The time to wait for a free process does not count, since in AWS nobody waits for one; the time to load
     * the handler does not either. Throws {@link CancellationException} when its thread is interrupted, and ends the
     * process that was at it.
     */
    public Invocation invoke(byte[] event, Duration timeout) {
        Duration limit = limit(timeout.compareTo(function.timeout()) < 0 ? timeout : function.timeout());
        enter();
        try {
            return closed ? new Invocation.Crashed(-1, List.of()) : told(invoked(event, limit));
        } finally {
            slots.release();
        }
    }

    /** {@code usual}, unless somebody may be looking at a breakpoint. */
    private Duration limit(Duration usual) {
        return debug.isPresent() ? DEBUGGING : usual;
    }

    private void enter() {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Starts a process before there is an event for it, so that a debugger finds it. */
    public void start() {
        enter();
        try {
            if (!closed && idle.isEmpty()) {
                FunctionProcess process = started();
                loading(process).ifPresent(this::told);
                keep(process);
            }
        } finally {
            slots.release();
        }
    }

    /** How many events wait for a process. */
    int waiting() {
        return slots.getQueueLength();
    }

    /** How many processes there are. */
    int running() {
        return processes.size();
    }

    /** Ends the processes that had no event since the last time that this was called. */
    public void endIdle() {
        if (debug.isPresent()) {
            return;
        }
        for (FunctionProcess process : List.copyOf(idle)) {
            if (process.isRested() && idle.remove(process)) {
                process.end();
                processes.remove(process);
            } else {
                process.rest();
            }
        }
    }

    private Invocation invoked(byte[] event, Duration limit) {
        String header = JsonNodeFactory.instance
                .objectNode()
                .put("requestId", requestIds.get().toString())
                .put("arn", arn)
                .put("millis", limit.toMillis())
                .toString();
        for (FunctionProcess process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
            Optional<Invocation> result =
                    process.isReusable() ? process.invoke(header, event, limit) : Optional.empty();
            keep(process);
            if (result.isPresent()) {
                return result.get();
            }
        }
        FunctionProcess process = started();
        Optional<Invocation> failure = loading(process);
        if (failure.isPresent()) {
            keep(process);
            return failure.get();
        }
        Optional<Invocation> result = process.invoke(header, event, limit);
        keep(process);
        return result.orElseGet(() -> new Invocation.Crashed(-1, List.of()));
    }

    private Optional<Invocation> loading(FunctionProcess process) {
        Optional<Invocation> failure = process.loading(limit(LOADING));
        failure.ifPresent(why -> say("its handler was not loaded"));
        return failure;
    }

    private FunctionProcess started() {
        debug.ifPresent(DebugPort::take);
        try {
            FunctionProcess started = runtime.start(function, environment, log);
            debug.ifPresent(port -> started.afterEnd(port::leave));
            processes.add(started);
            if (closed) {
                started.end();
            }
            return started;
        } catch (IOException e) {
            debug.ifPresent(DebugPort::leave);
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot start function `" + function.name() + "`: " + e.getMessage(),
                    "check that `" + runtime.program() + "` runs",
                    e);
        }
    }

    private void keep(FunctionProcess process) {
        if (process.isReusable() && !closed) {
            idle.addFirst(process);
        } else {
            process.end();
            processes.remove(process);
        }
    }

    private Invocation told(Invocation result) {
        if (result instanceof Invocation.Failed failed) {
            say(failed.type() + ": " + failed.message());
            failed.trace().forEach(line -> say("  " + line));
            runtime.missingSdk(failed.message()).ifPresent(this::say);
        } else if (result instanceof Invocation.TimedOut late) {
            say("timed out after " + late.limit().toMillis() + " ms");
        } else if (result instanceof Invocation.Crashed crashed) {
            say("its process ended with exit " + crashed.exit() + " before it answered");
        } else if (result instanceof Invocation.OutOfMemory full) {
            say("used more than its " + full.memorySize() + " MB of memory");
        }
        return result;
    }

    private void say(String text) {
        text.lines().forEach(line -> log.line(function.name(), ProcessOutput.plain(line)));
    }

    /** Ends every process of this function, busy or not. */
    @Override
    public void close() {
        closed = true;
        processes.forEach(FunctionProcess::end);
        processes.clear();
        idle.clear();
    }
}

package dev.tollgate.gateway.function;

import java.time.Duration;
import java.util.List;

/** What came of one event. */
public sealed interface Invocation {

    /** The handler's answer, as JSON of at most 6,291,556 bytes. */
    record Answered(String json) implements Invocation {}

    /** The handler, or the loading of it, threw; {@code type} and {@code message} are what Lambda reports. */
    record Failed(String type, String message, List<String> trace) implements Invocation {

        public Failed {
            trace = List.copyOf(trace);
        }
    }

    /** No answer in time. The process has been ended. */
    record TimedOut(Duration limit) implements Invocation {}

    /** The process ended without an answer; {@code log} is the last it said. */
    record Crashed(int exit, List<String> log) implements Invocation {

        public Crashed {
            log = List.copyOf(log);
        }
    }

    /** The process reached its memory limit, as far as that is known. */
    record OutOfMemory(int memorySize) implements Invocation {}
}

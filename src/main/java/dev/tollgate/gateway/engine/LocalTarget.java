package dev.tollgate.gateway.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a route calls. */
public sealed interface LocalTarget {

    /** One answer for each kind of target: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** A function that runs here. */
        T function(Function target);

        /** A preflight's answer. */
        T preflight(Preflight target);

        /** A function that does not run here. */
        T elsewhere(Elsewhere target);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** Whether a preflight is answered, which no token opens. */
    boolean isPreflight();

    /**
     * A Lambda function.
     *
     * @param name under which it runs here
     * @param payload {@code 1.0} or {@code 2.0}
     * @param timeout the integration's own
     * @param rights whether it may be called
     * @param misconfigured why no call of it can succeed, where none can
     */
    record Function(String name, String payload, Duration timeout, InvokeRights rights, Optional<String> misconfigured)
            implements LocalTarget {

        /** One that may be called. */
        Function(String name, String payload, Duration timeout) {
            this(name, payload, timeout, InvokeRights.UNKNOWN, Optional.empty());
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.function(this);
        }

        @Override
        public boolean isPreflight() {
            return false;
        }
    }

    /**
     * A mock that answers a preflight of a REST API.
     *
     * @param headers what it answers
     * @param origins those it answers with when they ask, instead of the one in the headers
     */
    record Preflight(int status, SortedMap<String, String> headers, List<String> origins) implements LocalTarget {
        public Preflight {
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
            origins = List.copyOf(origins);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.preflight(this);
        }

        @Override
        public boolean isPreflight() {
            return true;
        }
    }

    /** A function that is made elsewhere and cannot run here. Callers that are let in get that answer. */
    record Elsewhere(String name) implements LocalTarget {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.elsewhere(this);
        }

        @Override
        public boolean isPreflight() {
            return false;
        }
    }
}

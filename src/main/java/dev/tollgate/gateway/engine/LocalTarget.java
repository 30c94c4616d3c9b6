package dev.tollgate.gateway.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a route calls. */
public sealed interface LocalTarget {

    /**
     * A Lambda function.
     *
     * @param name under which it runs here
     * @param payload {@code 1.0} or {@code 2.0}
     * @param timeout the integration's own
     */
    record Function(String name, String payload, Duration timeout) implements LocalTarget {}

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
    }

    /** A function that is made elsewhere and cannot run here. Whoever is let in is told so. */
    record Elsewhere(String name) implements LocalTarget {}
}

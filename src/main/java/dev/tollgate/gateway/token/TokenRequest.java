package dev.tollgate.gateway.token;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A request to the issuer, from whatever server carries it. Header names are compared without case. */
public record TokenRequest(String method, String path, SortedMap<String, List<String>> headers, String body) {

    public TokenRequest {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        // One header spelled in two ways is that header sent twice.
        headers.forEach(
                (name, values) -> copy.merge(name, List.copyOf(values), (a, b) -> Stream.concat(a.stream(), b.stream())
                        .toList()));
        headers = Collections.unmodifiableSortedMap(copy);
    }

    /** The one value of header {@code name}; a header sent twice has none that could be trusted. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    boolean repeats(String name) {
        return headers.getOrDefault(name, List.of()).size() > 1;
    }
}

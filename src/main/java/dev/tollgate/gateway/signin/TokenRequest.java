package dev.tollgate.gateway.signin;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A request to the issuer, from whatever server carries it. Header names are compared without case. */
public record TokenRequest(
        String method, String path, String query, SortedMap<String, List<String>> headers, String body) {

    public TokenRequest {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        // One header spelled in two ways is that header sent twice.
        headers.forEach(
                (name, values) -> copy.merge(name, List.copyOf(values), (a, b) -> Stream.concat(a.stream(), b.stream())
                        .toList()));
        headers = Collections.unmodifiableSortedMap(copy);
    }

    /** The cookie {@code name}, unless it was sent twice. */
    Optional<String> cookie(String name) {
        List<String> found = headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The same at another path. */
    TokenRequest at(String other) {
        return new TokenRequest(method, other, query, headers, body);
    }

    /** The one value of header {@code name}; a header sent twice has none that could be trusted. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    boolean repeats(String name) {
        return headers.getOrDefault(name, List.of()).size() > 1;
    }

    /** Without headers and body: both carry secrets. */
    @Override
    public String toString() {
        return "TokenRequest[" + method + " " + path + "]";
    }
}

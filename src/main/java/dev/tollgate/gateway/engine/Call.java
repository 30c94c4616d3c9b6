package dev.tollgate.gateway.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached the gateway.
 *
 * @param rawPath as it was sent, not decoded, without the query
 * @param rawQuery as it was sent, empty where there is none
 * @param body as Latin-1 characters, one for each byte
 * @param id the request's, as events and answers name it
 */
public record Call(
        String method,
        String rawPath,
        String rawQuery,
        List<Header> headers,
        String body,
        String sourceIp,
        Instant time,
        String id) {

    public Call {
        headers = List.copyOf(headers);
    }

    /** The value of header {@code name}, the last where it was sent more than once. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .reduce((first, last) -> last);
    }

    /** How often header {@code name} was sent. */
    long count(String name) {
        return headers.stream().filter(header -> header.is(name)).count();
    }

    /** The body's bytes. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The query's parameters, decoded, in the order in which they were sent. */
    Map<String, List<String>> query() {
        return query("&");
    }

    /** The same, where each of {@code separators} ends a parameter. */
    Map<String, List<String>> query(String separators) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : rawQuery.split("[" + separators + "]", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                found.computeIfAbsent(Percent.decoded(name, true), key -> new ArrayList<>())
                        .add(Percent.decoded(value, true));
            }
        }
        return found;
    }

    /** The same request with another method. */
    Call by(String other) {
        return new Call(other, rawPath, rawQuery, headers, body, sourceIp, time, id);
    }

    /** The same request with another body. */
    Call having(String other) {
        return new Call(method, rawPath, rawQuery, headers, other, sourceIp, time, id);
    }

    /** The same request without header {@code name}. */
    Call without(String name) {
        List<Header> others =
                headers.stream().filter(header -> !header.is(name)).toList();
        return new Call(method, rawPath, rawQuery, others, body, sourceIp, time, id);
    }

    /** The same request at another path. */
    Call at(String path) {
        return new Call(method, path, rawQuery, headers, body, sourceIp, time, id);
    }
}

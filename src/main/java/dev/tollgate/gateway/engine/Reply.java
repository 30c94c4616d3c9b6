package dev.tollgate.gateway.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the gateway answers.
 *
 * @param body as Latin-1 characters, one for each byte
 * @param reason why, for the journal; never sent
 */
public record Reply(int status, List<Header> headers, String body, String reason) {

    public Reply {
        headers = List.copyOf(headers);
    }

    /** An answer whose body is text. */
    public static Reply text(int status, List<Header> headers, String body, String reason) {
        String bytes = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new Reply(status, headers, bytes, reason);
    }

    /** The body's bytes. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The value of header {@code name}. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    /** The same with one header more, or another value for the one that is there. */
    Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(
                headers.stream().filter(header -> !header.is(name)).toList());
        more.add(new Header(name, value));
        return new Reply(status, more, body, reason);
    }

    /** The same without header {@code name}. */
    Reply without(String name) {
        return new Reply(
                status, headers.stream().filter(header -> !header.is(name)).toList(), body, reason);
    }

    /** The same for {@code reason}. */
    Reply because(String why) {
        return new Reply(status, headers, body, why);
    }
}

package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The issuer's answer, for whatever server carries it. */
public record TokenAnswer(int status, SortedMap<String, String> headers, String body) {

    public TokenAnswer {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    static TokenAnswer json(int status, String contentType, JsonNode body) {
        return new TokenAnswer(status, new TreeMap<>(Map.of("Content-Type", contentType)), body.toString());
    }

    /** Sends the browser on to {@code address}. */
    static TokenAnswer redirect(String address) {
        return new TokenAnswer(302, new TreeMap<>(Map.of("Location", address, "Cache-Control", "no-store")), "");
    }

    TokenAnswer with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new TokenAnswer(status, more, body);
    }

    /** Without the body: it carries tokens. */
    @Override
    public String toString() {
        return "TokenAnswer[" + status + "]";
    }
}

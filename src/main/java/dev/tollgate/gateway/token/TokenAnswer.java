package dev.tollgate.gateway.token;

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

    TokenAnswer with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new TokenAnswer(status, more, body);
    }
}

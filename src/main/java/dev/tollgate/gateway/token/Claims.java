package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a token says, in its own order. Whether it is true is the {@link TokenVerifier}'s to tell. */
public record Claims(ObjectNode json) {

    public Claims {
        json = json.deepCopy();
    }

    /** A copy of the claims as JSON. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The claim {@code name}, if it is there and a string. */
    public Optional<String> text(String name) {
        JsonNode value = json.path(name);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /**
     * The claim {@code name} as a list: an array's strings, or a single string. {@code aud} is written in both ways.
     */
    public List<String> texts(String name) {
        JsonNode value = json.path(name);
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> {
            if (value.isArray() && element.isTextual()) {
                texts.add(element.textValue());
            }
        });
        return List.copyOf(texts);
    }

    /** The scopes: {@code scope}, or else {@code scp}, as one string or as a list. */
    public List<String> scopes() {
        String name = json.has("scope") ? "scope" : "scp";
        return texts(name).stream()
                .flatMap(text -> List.of(text.split(" ", -1)).stream())
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** Whether it says anything of {@code name}. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** The claim {@code name} in seconds since 1970, if it is there and a number. */
    Optional<BigDecimal> seconds(String name) {
        JsonNode value = json.path(name);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }
}

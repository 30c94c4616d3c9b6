package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Claims as events carry them: every one a string, and each kind of API has its own way with times and lists. */
final class ClaimsText {

    /** How a REST API writes {@code exp} and {@code iat}: the way Java prints a date. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ClaimsText() {}

    static ObjectNode rest(Claims claims) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        claims.json().properties().forEach(claim -> {
            boolean isDate =
                    claim.getValue().isNumber() && List.of("exp", "iat").contains(claim.getKey());
            texts.put(
                    claim.getKey(),
                    isDate
                            ? DATE.format(Instant.ofEpochSecond(claim.getValue().asLong()))
                            : text(claim.getValue(), "", ",", ""));
        });
        return texts;
    }

    static ObjectNode http(Claims claims) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        claims.json().properties().forEach(claim -> {
            if (!claim.getValue().isNull()) {
                texts.put(claim.getKey(), text(claim.getValue(), "[", " ", "]"));
            }
        });
        return texts;
    }

    private static String text(JsonNode value, String open, String between, String close) {
        if (!value.isArray()) {
            return value.isValueNode() ? value.asText() : value.toString();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
        return open + String.join(between, items) + close;
    }
}

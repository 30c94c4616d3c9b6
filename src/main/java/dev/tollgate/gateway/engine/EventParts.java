package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What events of every version are made of. */
final class EventParts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private EventParts() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@code 21/Nov/2026:01:17:21 +0000}. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** What X-Ray would follow the call by. */
    static String trace(Call call) {
        String hex = Long.toHexString(call.time().getEpochSecond());
        return hex + "-" + call.id().replace("-", "").substring(0, 24);
    }

    /** An object of strings; null where there is none, as version 1.0 has it. */
    static JsonNode orNull(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode object = object();
        texts.forEach(object::put);
        return object;
    }

    /** An object of lists; null where there is none. */
    static JsonNode listsOrNull(Map<String, List<String>> lists) {
        if (lists.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode object = object();
        lists.forEach((name, values) -> {
            var array = object.putArray(name);
            values.forEach(array::add);
        });
        return object;
    }

    /** The body as text; empty when its bytes are no UTF-8. */
    static Optional<String> text(Call call) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(call.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String base64(Call call) {
        return Base64.getEncoder().encodeToString(call.bytes());
    }
}

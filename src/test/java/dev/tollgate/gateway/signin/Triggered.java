package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalTriggers;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A pool whose triggers call one function, {@code claims}. */
final class Triggered {

    private Triggered() {}

    static LocalTriggers by(String trigger, String version) {
        return new LocalTriggers(new TreeMap<>(Map.of(trigger, "claims")), version);
    }

    static ObjectNode response() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Answers the event with {@code response} in it, as functions do. */
    static TriggerFunctions answering(ObjectNode response) {
        return (name, event) -> {
            try {
                ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(event);
                answer.set("response", response);
                return answer.toString();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }
}

package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Gate;
import java.util.Map;
import java.util.TreeMap;

/** The error responses that API Gateway sends by itself, for each kind of API. */
final class Refusals {

    private static final String UNAUTHORIZED = "Unauthorized";
    private static final String FORBIDDEN = "Forbidden";

    private final boolean rest;
    private final Map<String, ObjectNode> named = new TreeMap<>();

    Refusals(boolean rest) {
        this.rest = rest;
    }

    /** Adds to {@code responses} how {@code gate} can refuse a caller. */
    void answer(ObjectNode responses, Gate gate) {
        gate.statuses()
                .forEach(status -> responses.set(
                        String.valueOf(status),
                        status == 401 ? reference(UNAUTHORIZED, unauthorized()) : reference(FORBIDDEN, forbidden())));
    }

    /** Writes out the refusals that were named. */
    void describe(ObjectNode components) {
        if (named.isEmpty()) {
            return;
        }
        ObjectNode responses = components.putObject("responses");
        named.forEach(responses::set);
        ObjectNode message = components.putObject("schemas").putObject("Message");
        message.put("type", "object").putArray("required").add("message");
        message.putObject("properties").putObject("message").put("type", "string");
    }

    private ObjectNode reference(String name, ObjectNode response) {
        named.put(name, response);
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + name);
    }

    private ObjectNode unauthorized() {
        ObjectNode response = refusal("No token, or one that the authorizer does not accept.", UNAUTHORIZED);
        if (rest) {
            response.put("description", "No token, one that the authorizer does not accept, or one without the scope.");
        }
        return response;
    }

    /** A REST API's guide says 401 and its list of gateway responses 403 for a token without the scope. */
    private ObjectNode forbidden() {
        return refusal(rest ? "The caller is not allowed to call the route." : "The token lacks the scope.", FORBIDDEN);
    }

    private ObjectNode refusal(String description, String message) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", description);
        ObjectNode header = response.putObject("headers").putObject(rest ? "x-amzn-ErrorType" : "www-authenticate");
        header.put("description", "why").putObject("schema").put("type", "string");
        ObjectNode content = response.putObject("content").putObject("application/json");
        content.putObject("schema").put("$ref", "#/components/schemas/Message");
        content.putObject("example").put("message", message);
        return response;
    }
}

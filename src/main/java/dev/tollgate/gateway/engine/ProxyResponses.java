package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a function's answer becomes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
final class ProxyResponses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private final GatewayApi api;

    ProxyResponses(GatewayApi api) {
        this.api = api;
    }

    /** The answer in {@code json}; empty when it has not the shape that {@code payload} asks for. */
    Optional<Reply> of(String json, String payload, Call call) {
        try {
            JsonNode answer = JSON.readTree(json);
            if (payload.equals("2.0") && !answer.path("statusCode").isIntegralNumber()) {
                return answer.has("statusCode") ? Optional.empty() : Optional.of(inferred(answer));
            }
            return shaped(answer, payload, call);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Without a status, all of it is the body. */
    private static Reply inferred(JsonNode answer) {
        String body = answer.isTextual() ? answer.textValue() : answer.toString();
        return Reply.text(200, List.of(new Header("content-type", "application/json")), body, "answered");
    }

    private Optional<Reply> shaped(JsonNode answer, String payload, Call call) {
        boolean rest = api.kind() == GatewayApi.Kind.REST;
        JsonNode body = answer.path("body");
        boolean wellFormed = answer.isObject()
                // An informational one cannot end an answer.
                && status(answer) >= 200
                && status(answer) <= 599
                && (body.isMissingNode() || body.isNull() || body.isTextual())
                && isObjectOrNothing(answer.path("headers"))
                && isObjectOrNothing(answer.path("multiValueHeaders"))
                && areLists(answer.path("multiValueHeaders"));
        if (!wellFormed || (rest && (answer.isEmpty() || hasOthers(answer)))) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>(SentHeaders.toCaller(headers(answer, payload), rest));
        if (headers.stream().noneMatch(header -> header.is("Content-Type"))) {
            headers.add(0, new Header("Content-Type", rest ? "application/json" : "text/plain; charset=utf-8"));
        }
        return content(answer, !rest || BinaryTypes.accepted(api.binaryTypes(), call))
                .map(bytes ->
                        new Reply(status(answer), headers, new String(bytes, StandardCharsets.ISO_8859_1), "answered"));
    }

    private static boolean isObjectOrNothing(JsonNode node) {
        return node.isObject() || node.isMissingNode() || node.isNull();
    }

    private static boolean areLists(JsonNode lists) {
        return lists.properties().stream().allMatch(one -> one.getValue().isArray());
    }

    private static boolean hasOthers(JsonNode answer) {
        return answer.properties().stream().map(Map.Entry::getKey).anyMatch(key -> !KEYS.contains(key));
    }

    /** A number, or a string of one; none of a REST API's function means 200. */
    private int status(JsonNode answer) {
        boolean none = answer.path("statusCode").isMissingNode() && api.kind() == GatewayApi.Kind.REST;
        return none ? 200 : answer.path("statusCode").asInt(-1);
    }

    /** The same name in both is sent with the values of both, and a pair of both once. */
    private static List<Header> headers(JsonNode answer, String payload) {
        List<Header> headers = new ArrayList<>();
        answer.path("multiValueHeaders").properties().forEach(header -> header.getValue()
                .forEach(value -> headers.add(new Header(header.getKey(), sanitized(value.asText())))));
        answer.path("headers").properties().forEach(header -> {
            Header single =
                    new Header(header.getKey(), sanitized(header.getValue().asText()));
            if (!headers.contains(single)) {
                headers.add(single);
            }
        });
        if (payload.equals("2.0")) {
            answer.path("cookies").forEach(cookie -> headers.add(new Header("set-cookie", sanitized(cookie.asText()))));
        }
        headers.removeIf(header -> !header.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"));
        return headers;
    }

    /** A line's end in a header's value would begin another header. */
    private static String sanitized(String value) {
        return value.replaceAll("[\\r\\n\\x00]", " ");
    }

    /** A REST API decodes Base64 only for who asks for one of its binary types; an HTTP API always does. */
    private static Optional<byte[]> content(JsonNode answer, boolean binary) {
        String body = answer.path("body").isNull() ? "" : answer.path("body").asText("");
        boolean decode = binary && answer.path("isBase64Encoded").asBoolean();
        if (!decode) {
            return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

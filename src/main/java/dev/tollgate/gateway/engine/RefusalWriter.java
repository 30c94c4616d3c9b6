package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes refusals as each kind of API does: with its gateway responses, or with {@code www-authenticate}. */
public final class RefusalWriter {

    private final GatewayApi api;

    public RefusalWriter(GatewayApi api) {
        this.api = api;
    }

    /** A refusal that is not about a token. */
    public Reply of(Refusal refusal, Call call, String reason) {
        return api.kind() == GatewayApi.Kind.REST
                ? rest(refusal, call, reason)
                : http(refusal, call, Optional.empty(), reason);
    }

    /** A REST API's refusal whose message names {@code what}. */
    Reply naming(Refusal refusal, String what, Call call, String reason) {
        return api.kind() == GatewayApi.Kind.REST
                ? rest(refusal, refusal.restMessage().formatted(what), call, reason)
                : http(refusal, call, Optional.empty(), reason);
    }

    /** A refusal of a token; {@code challenge} is the {@code www-authenticate} of an HTTP API. */
    public Reply of(Refusal refusal, Call call, String challenge, String reason) {
        return api.kind() == GatewayApi.Kind.REST
                ? rest(refusal, call, reason)
                : http(refusal, call, Optional.of(challenge), reason);
    }

    /**
     * The answer to what was never a request that a route could take, or what went wrong here: {@code status}, with the
     * text that HTTP has for it. That it looks like the API's other refusals is inferred.
     */
    public Reply unread(int status, String text, String id, String reason) {
        List<Header> headers = new ArrayList<>();
        if (api.kind() == GatewayApi.Kind.REST) {
            headers.add(new Header("Content-Type", "application/json"));
            headers.add(new Header("x-amzn-RequestId", id));
            headers.add(new Header("x-amzn-ErrorType", errorType(status)));
            headers.add(new Header("x-amz-apigw-id", id.replace("-", "").substring(0, 16)));
        } else {
            headers.add(new Header("content-type", "application/json"));
            headers.add(new Header("apigw-requestid", id));
        }
        return Reply.text(status, headers, message(text), reason);
    }

    private static String errorType(int status) {
        return Stream.of(Refusal.NO_STAGE, Refusal.HEADERS_TOO_LARGE, Refusal.URL_TOO_LONG, Refusal.TOO_LARGE)
                .filter(refusal -> refusal.restStatus() == status)
                .findFirst()
                .orElse(status >= 500 ? Refusal.MISCONFIGURED : Refusal.BAD_REQUEST)
                .errorType();
    }

    private static Reply http(Refusal refusal, Call call, Optional<String> challenge, String reason) {
        List<Header> headers = new ArrayList<>(
                List.of(new Header("content-type", "application/json"), new Header("apigw-requestid", call.id())));
        challenge.ifPresent(text -> headers.add(new Header("www-authenticate", text)));
        return Reply.text(refusal.httpStatus(), headers, message(refusal.httpMessage()), reason);
    }

    private Reply rest(Refusal refusal, Call call, String reason) {
        return rest(refusal, refusal.restMessage(), call, reason);
    }

    private Reply rest(Refusal refusal, String said, Call call, String reason) {
        int status = refusal.restStatus();
        Optional<GatewayResponse> custom = custom(refusal);
        List<Header> headers = new ArrayList<>(List.of(
                new Header("Content-Type", "application/json"),
                new Header("x-amzn-RequestId", call.id()),
                new Header("x-amzn-ErrorType", refusal.errorType()),
                new Header("x-amz-apigw-id", call.id().replace("-", "").substring(0, 16))));
        // What goes wrong behind the gateway is told with a space, what it decides itself without.
        String body = refusal.restStatus() >= 500
                ? "{\"message\": " + JsonNodeFactory.instance.textNode(said) + "}"
                : message(said);
        if (custom.isPresent()) {
            status = custom.get().status().orElse(status);
            custom.get().headers().forEach((name, value) -> headers.add(new Header(name, value)));
            body = custom.get()
                    .template()
                    .map(template -> filled(template, refusal, said, call))
                    .orElse(body);
        }
        return Reply.text(status, headers, body, reason);
    }

    /** Its own type first, then the default of its hundred. */
    private Optional<GatewayResponse> custom(Refusal refusal) {
        if (refusal.type().isEmpty()) {
            return Optional.empty();
        }
        String rest = refusal.restStatus() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
        return Stream.of(refusal.type(), rest)
                .filter(name -> api.responses().containsKey(name))
                .flatMap(name -> Stream.ofNullable(api.responses().get(name)))
                .findFirst();
    }

    private static String filled(String template, Refusal refusal, String said, Call call) {
        String quoted = JsonNodeFactory.instance.textNode(said).toString();
        return template.replace("$context.error.messageString", quoted)
                .replace("$context.error.message", said)
                .replace("$context.error.responseType", refusal.type())
                .replace("$context.requestId", call.id());
    }

    private static String message(String text) {
        return JsonNodeFactory.instance.objectNode().put("message", text).toString();
    }
}

package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event of version 2.0: what an HTTP API sends. What is not there is left out.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
final class EventTwo {

    /** Bodies of these types are sent as text, all others as Base64; AWS does not document the list. */
    private static final Set<String> TEXT = Set.of(
            "text/plain",
            "text/html",
            "text/csv",
            "text/xml",
            "application/json",
            "application/xml",
            "application/javascript",
            "application/graphql");

    private final GatewayApi api;

    EventTwo(GatewayApi api) {
        this.api = api;
    }

    ObjectNode of(Call call, Match.Found found, Optional<Claims> claims) {
        ObjectNode event = EventParts.object();
        event.put("version", "2.0");
        event.put("routeKey", found.route().key());
        event.put("rawPath", Percent.decoded(call.rawPath(), false));
        event.put("rawQueryString", call.rawQuery());
        cookies(call, event);
        headers(call, event.putObject("headers"));
        if (!call.query().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            call.query().forEach((name, values) -> query.put(name, String.join(",", values)));
        }
        event.set("requestContext", context(call, found, claims));
        if (!found.parameters().isEmpty()) {
            found.parameters().forEach(event.putObject("pathParameters")::put);
        }
        body(call, event);
        return event;
    }

    private static void cookies(Call call, ObjectNode event) {
        List<String> cookies = call.headers().stream()
                .filter(header -> header.is("Cookie"))
                .flatMap(header -> List.of(header.value().split("; ?", -1)).stream())
                .filter(cookie -> !cookie.isEmpty())
                .toList();
        if (!cookies.isEmpty()) {
            var array = event.putArray("cookies");
            cookies.forEach(array::add);
        }
    }

    private static void headers(Call call, ObjectNode headers) {
        SortedMap<String, String> joined = new TreeMap<>();
        for (Header header : call.headers()) {
            if (!header.is("Cookie")) {
                joined.merge(header.name().toLowerCase(Locale.ROOT), header.value(), (a, b) -> a + "," + b);
            }
        }
        joined.put("x-forwarded-for", call.sourceIp());
        joined.put("x-forwarded-port", "443");
        joined.put("x-forwarded-proto", "https");
        joined.put("x-amzn-trace-id", "Root=1-" + EventParts.trace(call));
        joined.forEach(headers::put);
    }

    private ObjectNode context(Call call, Match.Found found, Optional<Claims> claims) {
        ObjectNode context = EventParts.object();
        context.put("accountId", api.account());
        context.put("apiId", api.id());
        claims.ifPresent(known -> {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            jwt.set("claims", ClaimsText.http(known));
            EventOne.scopes(jwt, found.route(), known);
        });
        context.put("domainName", api.domain());
        context.put("domainPrefix", api.id());
        ObjectNode http = context.putObject("http");
        http.put("method", call.method());
        http.put("path", Percent.decoded(call.rawPath(), false));
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", call.sourceIp());
        http.put("userAgent", call.header("User-Agent").orElse(""));
        context.put("requestId", call.id());
        context.put("routeKey", found.route().key());
        context.put("stage", api.stage());
        context.put("time", EventParts.time(call.time()));
        context.put("timeEpoch", call.time().toEpochMilli());
        return context;
    }

    private static void body(Call call, ObjectNode event) {
        if (call.body().isEmpty()) {
            event.put("isBase64Encoded", false);
            return;
        }
        Optional<String> text =
                isText(call.header("Content-Type").orElse("")) ? EventParts.text(call) : Optional.empty();
        event.put("body", text.orElseGet(() -> EventParts.base64(call)));
        event.put("isBase64Encoded", text.isEmpty());
    }

    /** Only plain text and JSON may name a character set. */
    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).strip();
        if (TEXT.contains(type)) {
            return true;
        }
        String bare = type.split(";", 2)[0].strip();
        return bare.equals("text/plain") || bare.equals("application/json");
    }
}

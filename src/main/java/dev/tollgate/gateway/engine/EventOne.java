package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event of version 1.0: all that a REST API sends, and an HTTP API on request.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
final class EventOne {

    private final GatewayApi api;

    EventOne(GatewayApi api) {
        this.api = api;
    }

    ObjectNode of(Call call, Match.Found found, Optional<Claims> claims) {
        boolean rest = api.kind() == GatewayApi.Kind.REST;
        ObjectNode event = EventParts.object();
        if (!rest) {
            event.put("version", "1.0");
        }
        event.put("resource", found.route().path());
        event.put("path", rest ? found.path() : call.rawPath());
        event.put("httpMethod", call.method());
        headers(call, event, rest);
        query(rest ? call.query("&;") : call.query(), event);
        event.set("pathParameters", EventParts.orNull(found.parameters()));
        event.putNull("stageVariables");
        event.set("requestContext", context(call, found, claims, rest));
        body(call, event, rest);
        return event;
    }

    private void headers(Call call, ObjectNode event, boolean rest) {
        Map<String, String> single = new LinkedHashMap<>();
        Map<String, List<String>> multi = new LinkedHashMap<>();
        for (Header header : forwarded(call, rest)) {
            single.put(header.name(), header.value());
            multi.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        event.set("headers", EventParts.orNull(single));
        event.set("multiValueHeaders", EventParts.listsOrNull(multi));
    }

    /** What API Gateway adds on the way. */
    private static List<Header> forwarded(Call call, boolean rest) {
        List<Header> all = new ArrayList<>(rest ? SentHeaders.toFunction(call) : call.headers());
        all.add(new Header("X-Amzn-Trace-Id", "Root=1-" + EventParts.trace(call)));
        all.add(new Header("X-Forwarded-For", call.sourceIp()));
        all.add(new Header("X-Forwarded-Port", "443"));
        all.add(new Header("X-Forwarded-Proto", "https"));
        return all;
    }

    private static void query(Map<String, List<String>> query, ObjectNode event) {
        Map<String, String> single = new LinkedHashMap<>();
        query.forEach((name, values) -> single.put(name, values.get(values.size() - 1)));
        event.set("queryStringParameters", EventParts.orNull(single));
        event.set("multiValueQueryStringParameters", EventParts.listsOrNull(query));
    }

    private ObjectNode context(Call call, Match.Found found, Optional<Claims> claims, boolean rest) {
        ObjectNode context = EventParts.object();
        context.put(
                "resourceId", rest ? resourceId(found.route()) : found.route().key());
        claims.ifPresent(known -> {
            ObjectNode authorizer = context.putObject("authorizer");
            authorizer.set("claims", rest ? ClaimsText.rest(known) : ClaimsText.http(known));
            if (!rest) {
                scopes(authorizer, found.route(), known);
            }
        });
        context.put("resourcePath", found.route().path());
        context.put("httpMethod", call.method());
        context.put("extendedRequestId", call.id().replace("-", "").substring(0, 15) + "=");
        context.put("requestTime", EventParts.time(call.time()));
        context.put("path", rest ? Routing.begun(call.rawPath()) : api.base() + found.path());
        context.put("accountId", api.account());
        context.put("protocol", "HTTP/1.1");
        context.put("stage", api.stage());
        context.put("domainPrefix", api.id());
        context.put("requestTimeEpoch", call.time().toEpochMilli());
        context.put("requestId", call.id());
        identity(call, context.putObject("identity"));
        context.put("domainName", api.domain());
        context.put("deploymentId", "local0");
        context.put("apiId", api.id());
        return context;
    }

    /** All of the token's scopes; null where the route requires none. */
    static void scopes(ObjectNode authorizer, GatewayRoute route, Claims claims) {
        if (route.scopes().isEmpty()) {
            authorizer.putNull("scopes");
        } else {
            var array = authorizer.putArray("scopes");
            claims.scopes().forEach(array::add);
        }
    }

    private static String resourceId(GatewayRoute route) {
        return String.format(Locale.ROOT, "%06x", route.path().hashCode() & 0xffffff);
    }

    private static void identity(Call call, ObjectNode identity) {
        for (String unknown : List.of(
                "cognitoIdentityPoolId",
                "accountId",
                "cognitoIdentityId",
                "caller",
                "principalOrgId",
                "accessKey",
                "cognitoAuthenticationType",
                "cognitoAuthenticationProvider",
                "userArn",
                "user")) {
            identity.putNull(unknown);
        }
        identity.put("sourceIp", call.sourceIp());
        call.header("User-Agent")
                .ifPresentOrElse(agent -> identity.put("userAgent", agent), () -> identity.putNull("userAgent"));
    }

    private void body(Call call, ObjectNode event, boolean rest) {
        if (call.body().isEmpty()) {
            event.putNull("body");
            event.put("isBase64Encoded", false);
            return;
        }
        boolean binary = rest
                && BinaryTypes.match(
                        api.binaryTypes(), call.header("Content-Type").orElse(""));
        Optional<String> text = EventParts.text(call);
        boolean encoded = binary || (!rest && text.isEmpty());
        event.put("body", encoded ? EventParts.base64(call) : text.orElseGet(() -> replaced(call)));
        event.put("isBase64Encoded", encoded);
    }

    /** A REST API takes every body for text that is not of a binary type; what is no UTF-8 is lost in it. */
    private static String replaced(Call call) {
        return new String(call.bytes(), StandardCharsets.UTF_8);
    }
}

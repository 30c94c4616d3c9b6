package dev.tollgate.gateway.engine;

import java.util.Optional;

/**
 * What API Gateway does not take, whatever the route.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
final class HeldLimits {

    private static final int LARGEST_HEADERS = 10_240;
    private static final int LONGEST_URL = 10_240;
    private static final int LONGEST_METHOD_ARN = 1_600;
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final GatewayApi api;

    HeldLimits(GatewayApi api) {
        this.api = api;
    }

    /** A request that is refused, and why. */
    record Held(Refusal refusal, String reason) {}

    /** What is wrong with {@code call} before its route is looked for. */
    Optional<Held> ofRequest(Call call) {
        boolean rest = api.kind() == GatewayApi.Kind.REST;
        int url = call.rawPath().length()
                + (call.rawQuery().isEmpty() ? 0 : call.rawQuery().length() + 1);
        int headers = call.headers().stream()
                .mapToInt(header -> header.name().length() + header.value().length())
                .sum();
        if (rest && url > LONGEST_URL) {
            return held(Refusal.URL_TOO_LONG, "the URL is longer than 10,240 characters");
        }
        // An HTTP API counts the first line too.
        if (headers + (rest ? 0 : call.method().length() + url) > LARGEST_HEADERS) {
            return held(Refusal.HEADERS_TOO_LARGE, "the headers are larger than 10,240 bytes");
        }
        if (rest && call.rawQuery().chars().anyMatch(c -> c == '|' || c == '{' || c == '}')) {
            return held(Refusal.BAD_REQUEST, "a `|` or a brace in the query has to be percent-encoded");
        }
        return Optional.empty();
    }

    /** The same once its route is found. */
    Optional<Held> ofRouted(Call call, Match.Found found) {
        if (call.body().length() > LARGEST_BODY) {
            return held(Refusal.TOO_LARGE, "the body is larger than 10 MB");
        }
        int arn = "arn:aws:execute-api::".length()
                + api.region().length()
                + api.account().length()
                + api.id().length()
                + api.stage().length()
                + call.method().length()
                + found.path().length()
                + 3;
        if (api.kind() == GatewayApi.Kind.REST && found.route().authorizer().isPresent() && arn > LONGEST_METHOD_ARN) {
            return held(Refusal.URL_TOO_LONG, "the method's ARN is longer than 1,600 characters");
        }
        return Optional.empty();
    }

    private static Optional<Held> held(Refusal refusal, String reason) {
        return Optional.of(new Held(refusal, reason));
    }
}

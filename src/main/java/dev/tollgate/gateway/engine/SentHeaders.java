package dev.tollgate.gateway.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers on their way through API Gateway: some never reach a function, and some of a function's never reach the
 * caller under their own name.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
final class SentHeaders {

    /** Of requests to a REST API. */
    private static final Set<String> KEPT_FROM_FUNCTIONS = Set.of(
            "connection",
            "content-length",
            "content-md5",
            "expect",
            "max-forwards",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "www-authenticate");

    /** What a REST API sends as {@code x-amzn-Remapped-…}. */
    private static final Set<String> REMAPPED = Set.of("date", "server", "via", "www-authenticate");

    /** What frames the answer between two machines is not a function's to say. */
    private static final Set<String> FRAMING = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private SentHeaders() {}

    /** Those of {@code call} that a function of a REST API is handed. */
    static List<Header> toFunction(Call call) {
        return call.headers().stream()
                .filter(header -> !KEPT_FROM_FUNCTIONS.contains(lower(header)))
                .map(SentHeaders::named)
                .toList();
    }

    /** Names keep their case, but for this one: API Gateway was recorded to write it itself. */
    private static Header named(Header header) {
        return lower(header).equals("authorization") ? new Header("Authorization", header.value()) : header;
    }

    /** {@code headers} of a function's answer as the caller gets them. */
    static List<Header> toCaller(List<Header> headers, boolean rest) {
        List<Header> sent = new ArrayList<>();
        for (Header header : headers) {
            if (rest && REMAPPED.contains(lower(header))) {
                sent.add(new Header("x-amzn-Remapped-" + header.name(), header.value()));
            } else if (!FRAMING.contains(lower(header)) && !lower(header).equals("date")) {
                sent.add(header);
            }
        }
        return sent;
    }

    private static String lower(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }
}

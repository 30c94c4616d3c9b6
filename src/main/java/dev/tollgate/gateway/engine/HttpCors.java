package dev.tollgate.gateway.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code cors_configuration} of an HTTP API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 *
 * @param maxAge in seconds
 */
public record HttpCors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        Optional<Long> maxAge,
        boolean credentials) {

    private static final String PREFIX = "access-control-";

    public HttpCors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /** The answer to OPTIONS: 204 whoever asks, with the headers only for a preflight from an origin of the list. */
    Reply preflight(Call call) {
        List<Header> answer = new ArrayList<>();
        Optional<String> asked = call.header("Access-Control-Request-Method").flatMap(method -> allowed(call));
        asked.ifPresent(origin -> {
            common(origin, answer);
            add(answer, "allow-methods", methods);
            add(answer, "allow-headers", headers);
            maxAge.ifPresent(seconds -> answer.add(new Header(PREFIX + "max-age", String.valueOf(seconds))));
        });
        return new Reply(204, answer, "", "preflight, answered from cors_configuration");
    }

    /** {@code reply} with the API's own CORS headers instead of those that the function sent. */
    Reply onto(Reply reply, Call call) {
        List<Header> kept = new ArrayList<>(reply.headers().stream()
                .filter(header ->
                        !header.name().toLowerCase(java.util.Locale.ROOT).startsWith(PREFIX))
                .toList());
        allowed(call).ifPresent(origin -> {
            common(origin, kept);
            add(kept, "expose-headers", exposed);
        });
        return new Reply(reply.status(), kept, reply.body(), reply.reason());
    }

    private Optional<String> allowed(Call call) {
        Optional<String> origin = call.header("Origin");
        if (origins.contains("*")) {
            return origin.map(any -> "*");
        }
        return origin.filter(asked -> origins.stream().anyMatch(allowed -> matches(allowed, asked)));
    }

    /** {@code https://*} and {@code http://*} are all origins of the scheme. */
    private static boolean matches(String allowed, String asked) {
        return allowed.endsWith("://*")
                ? asked.startsWith(allowed.substring(0, allowed.length() - 1))
                : allowed.equals(asked);
    }

    private void common(String origin, List<Header> answer) {
        answer.add(new Header(PREFIX + "allow-origin", origin));
        if (credentials) {
            answer.add(new Header(PREFIX + "allow-credentials", "true"));
        }
        if (!origin.equals("*")) {
            answer.add(new Header("vary", "Origin"));
        }
    }

    private static void add(List<Header> answer, String name, List<String> values) {
        if (!values.isEmpty()) {
            answer.add(new Header(PREFIX + name, String.join(",", values)));
        }
    }
}

package dev.tollgate.synth;

import dev.tollgate.model.Cors;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a REST API tells browsers, however its routes are described: the headers, and the template that picks one. */
record PreflightAnswer(Cors cors) {

    static final String NO_CONTENT = "204";

    /** What the mock behind OPTIONS makes of a request. */
    static final String REQUEST = "{\"statusCode\": " + NO_CONTENT + "}";

    /** API Gateway's own refusals, without the headers of which a page cannot even see that it was refused. */
    static final String[] REFUSALS = {"DEFAULT_4XX", "DEFAULT_5XX"};

    /** The headers with the first origin; {@link #originTemplate} puts in the caller's where the list has it. */
    SortedMap<String, String> headers(String prefix) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put(
                prefix + "Access-Control-Allow-Origin",
                quoted(cors.allowOrigins().get(0)));
        headers.put(prefix + "Access-Control-Allow-Methods", quoted(String.join(",", cors.allowMethods())));
        headers.put(prefix + "Access-Control-Max-Age", quoted(String.valueOf(cors.maxAgeSeconds())));
        if (!cors.allowHeaders().isEmpty()) {
            headers.put(prefix + "Access-Control-Allow-Headers", quoted(String.join(",", cors.allowHeaders())));
        }
        if (!cors.exposeHeaders().isEmpty()) {
            headers.put(prefix + "Access-Control-Expose-Headers", quoted(String.join(",", cors.exposeHeaders())));
        }
        if (cors.allowCredentials()) {
            headers.put(prefix + "Access-Control-Allow-Credentials", quoted("true"));
        }
        if (severalOrigins()) {
            headers.put(prefix + "Vary", quoted("Origin"));
        }
        return headers;
    }

    /** Whether an answer needs the {@link #originTemplate}: a header can hold one origin. */
    boolean severalOrigins() {
        return cors.allowOrigins().size() > 1;
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    /** Answers with the caller's origin when it is one of the list. */
    String originTemplate() {
        String list = cors.allowOrigins().stream().map(PreflightAnswer::quoted).collect(Collectors.joining(", "));
        return "#set($origins = [" + list + "])\n"
                + "#set($origin = $input.params().header.get(\"Origin\"))\n"
                + "#if($origin == \"\")#set($origin = $input.params().header.get(\"origin\"))#end\n"
                + "#if($origins.contains($origin))"
                + "#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end\n";
    }
}

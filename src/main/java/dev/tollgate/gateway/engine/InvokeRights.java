package dev.tollgate.gateway.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether API Gateway may call a function: what the function's own policy says.
 *
 * @param api the ARN by which the API calls
 * @param sources patterns of the ARNs that may; empty where somebody else's policy decides, or a role
 */
public record InvokeRights(String api, Optional<List<String>> sources) {

    /** Nothing here says that it may not. */
    public static final InvokeRights UNKNOWN = new InvokeRights("", Optional.empty());

    public InvokeRights {
        sources = sources.map(List::copyOf);
    }

    /** Whether {@code route} of {@code stage} may call it with {@code method}. */
    boolean allow(String stage, GatewayRoute route, String method) {
        String arn = api + "/" + stage + "/" + (route.method().isEmpty() ? route.path() : method + route.path());
        return sources.isEmpty()
                || sources.get().stream()
                        .anyMatch(source -> pattern(source).matcher(arn).matches());
    }

    private static Pattern pattern(String source) {
        return Pattern.compile(source.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }
}

package dev.tollgate.gateway.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which pages may talk to the pool. Cognito answers all of them; here only those that the stack names, as a page from
 * anywhere could otherwise act on this machine.
 */
final class PoolOrigins {

    private static final Pattern ON_THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Pattern HEADERS = Pattern.compile("[A-Za-z0-9, _-]{0,1000}");

    private final Set<String> origins;

    PoolOrigins(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** The origin of {@code address}, where it is a web page's. */
    static Optional<String> of(String address) {
        URI uri = URI.create(address);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return web ? Optional.of(uri.getScheme() + "://" + uri.getRawAuthority()) : Optional.empty();
    }

    /** Whether a page asks that nobody named. */
    boolean isRefused(TokenRequest request, Door door) {
        List<String> asking = request.headers().getOrDefault("Origin", List.of());
        return asking.size() > 1 || !asking.stream().allMatch(origin -> isKnown(origin, door));
    }

    private boolean isKnown(String origin, Door door) {
        return of(door.base()).filter(origin::equals).isPresent()
                || origins.contains(origin)
                || ((origins.isEmpty() || origins.contains("*"))
                        && ON_THIS_MACHINE.matcher(origin).matches());
    }

    boolean isPreflight(TokenRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    TokenAnswer preflight(TokenRequest request) {
        String headers = request.header("Access-Control-Request-Headers")
                .filter(text -> HEADERS.matcher(text).matches())
                .orElse("");
        TokenAnswer answer = new TokenAnswer(
                204,
                new TreeMap<>(
                        Map.of("Access-Control-Allow-Methods", "GET, POST, OPTIONS", "Access-Control-Max-Age", "600")),
                "");
        return onto(headers.isEmpty() ? answer : answer.with("Access-Control-Allow-Headers", headers), request);
    }

    /** {@code answer}, to be read by the page that asked. */
    TokenAnswer onto(TokenAnswer answer, TokenRequest request) {
        return request.header("Origin")
                .map(origin -> answer.with("Access-Control-Allow-Origin", origin)
                        .with(
                                "Access-Control-Expose-Headers",
                                "x-amzn-ErrorType, x-amzn-ErrorMessage, WWW-Authenticate")
                        .with("Vary", "Origin"))
                .orElse(answer);
    }
}

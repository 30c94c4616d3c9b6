package dev.tollgate.smoke;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route answers to a credential.
 *
 * @param refusals the statuses of a refusal, each as good as the others; empty when the request is let in
 */
public record ExpectedAnswer(Set<Integer> refusals) {

    private static final ExpectedAnswer IN = new ExpectedAnswer(Set.of());
    private static final ExpectedAnswer UNAUTHORIZED = new ExpectedAnswer(Set.of(401));

    /** A REST API's guide says 401 and its list of gateway responses 403 for a token without the scope. */
    private static final ExpectedAnswer REST_SCOPE = new ExpectedAnswer(Set.of(401, 403));

    private static final ExpectedAnswer FORBIDDEN = new ExpectedAnswer(Set.of(403));

    public ExpectedAnswer {
        refusals = Set.copyOf(refusals);
    }

    /** What {@code route} of a REST or an HTTP API answers to {@code credential}. */
    public static ExpectedAnswer of(boolean rest, SmokeRoute route, Credential credential) {
        if (route.open()) {
            return IN;
        }
        return switch (credential.kind()) {
            case NONE, INVALID -> UNAUTHORIZED;
            case OTHER_AUDIENCE -> rest ? access(true, route, credential.scopes()) : UNAUTHORIZED;
            case ACCESS -> access(rest, route, credential.scopes());
            case IDENTITY -> identity(rest, route);
        };
    }

    private static ExpectedAnswer access(boolean rest, SmokeRoute route, List<String> carried) {
        if (route.scopes().isEmpty()) {
            return rest ? UNAUTHORIZED : IN;
        }
        if (route.scopes().stream().anyMatch(carried::contains)) {
            return IN;
        }
        return rest ? REST_SCOPE : FORBIDDEN;
    }

    private static ExpectedAnswer identity(boolean rest, SmokeRoute route) {
        if (route.scopes().isEmpty()) {
            return IN;
        }
        return rest ? UNAUTHORIZED : FORBIDDEN;
    }

    /** Whether {@code status} is what was expected. A function's own answer is any that is no refusal. */
    boolean isMetBy(int status) {
        return refusals.isEmpty() ? status != 401 && status != 403 && status != 429 : refusals.contains(status);
    }

    /** {@code let in}, {@code 401}, {@code 401 or 403}. */
    public String text() {
        return refusals.isEmpty()
                ? "let in"
                : String.join(
                        " or ",
                        new TreeSet<>(refusals).stream().map(String::valueOf).toList());
    }
}

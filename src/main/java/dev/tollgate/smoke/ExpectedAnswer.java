package dev.tollgate.smoke;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route answers to a credential.
 *
 * @param statuses those of a refusal, each as good as the others; of a request that is let in, what the function may
 *     answer besides what says that it did
 */
public record ExpectedAnswer(Kind kind, Set<Integer> statuses) {

    /** Who answers. */
    public enum Kind {
        /** The function. */
        FUNCTION,
        /** API Gateway: this caller may not. */
        REFUSAL,
        /** API Gateway: there is no such route. */
        NO_ROUTE
    }

    private static final ExpectedAnswer IN = new ExpectedAnswer(Kind.FUNCTION, Set.of());
    private static final ExpectedAnswer UNAUTHORIZED = new ExpectedAnswer(Kind.REFUSAL, Set.of(401));

    /** A REST API's guide says 401 and its list of gateway responses 403 for a token without the scope. */
    private static final ExpectedAnswer REST_SCOPE = new ExpectedAnswer(Kind.REFUSAL, Set.of(401, 403));

    private static final ExpectedAnswer FORBIDDEN = new ExpectedAnswer(Kind.REFUSAL, Set.of(403));

    public ExpectedAnswer {
        statuses = Set.copyOf(statuses);
    }

    /** What {@code route} of a REST or an HTTP API answers to {@code credential}. */
    public static ExpectedAnswer of(boolean rest, SmokeRoute route, Credential credential) {
        if (!route.meant()) {
            return new ExpectedAnswer(Kind.NO_ROUTE, Set.of(rest ? 403 : 404));
        }
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

    /** The same, where a function that is reached may also answer {@code status}. */
    ExpectedAnswer or(Set<Integer> status) {
        return kind == Kind.FUNCTION ? new ExpectedAnswer(kind, status) : this;
    }

    /** Whether the function is to be reached. */
    public boolean isLetIn() {
        return kind == Kind.FUNCTION;
    }

    /**
     * Whether {@code status} is what was expected. That a function was reached shows in any answer that is neither a
     * refusal nor a failure, of the function or on the way to it.
     */
    boolean isMetBy(int status) {
        return switch (kind) {
            case FUNCTION ->
                statuses.contains(status)
                        || (status >= 200 && status < 500 && status != 401 && status != 403 && status != 429);
            case REFUSAL, NO_ROUTE -> statuses.contains(status);
        };
    }

    /** {@code let in}, {@code 401}, {@code 401 or 403}, {@code no route}. */
    public String text() {
        return switch (kind) {
            case FUNCTION -> "let in";
            case NO_ROUTE -> "no route";
            case REFUSAL ->
                String.join(
                        " or ",
                        new TreeSet<>(statuses).stream().map(String::valueOf).toList());
        };
    }
}

package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.token.Reason;
import dev.tollgate.surface.Denial;
import java.util.List;
import java.util.Set;

/** The {@code www-authenticate} with which an HTTP API says why it refuses. */
final class Challenge {

    /** Before a token is read, the route's scopes are not named. */
    private static final Set<Reason> UNREAD = Set.of(
            Reason.SEGMENTS,
            Reason.MALFORMED,
            Reason.TOO_LARGE,
            Reason.ALGORITHM,
            Reason.SIGNATURE,
            Reason.UNKNOWN_KEY,
            Reason.CRITICAL);

    private Challenge() {}

    /** What is said to a token that is refused because of {@code reason}. */
    static String invalid(Reason reason, List<String> scopes) {
        return text(UNREAD.contains(reason) ? List.of() : scopes, "invalid_token", reason.description());
    }

    /** What is said with {@code denial} by a route that requires one of {@code scopes}. */
    static String of(Denial denial, List<String> scopes) {
        return switch (denial) {
            case NO_TOKEN -> "Bearer";
            case INVALID_TOKEN, ACCESS_TOKEN, ID_TOKEN -> text(scopes, "invalid_token", "the token is not valid");
            case EXPIRED_TOKEN -> invalid(Reason.EXPIRED, scopes);
            case OTHER_ISSUER -> invalid(Reason.ISSUER, scopes);
            case OTHER_AUDIENCE -> text(scopes, "invalid_token", "the token does not have a valid audience");
            case NO_SCOPE -> text(scopes, "insufficient_scope", "the token lacks the scope");
            case NO_SIGNATURE, NO_API_KEY, AUTHORIZER_REFUSES -> "";
        };
    }

    private static String text(List<String> scopes, String error, String description) {
        return "Bearer scope=\"" + String.join(" ", scopes) + "\" error=\"" + error + "\" error_description=\""
                + description + "\"";
    }
}

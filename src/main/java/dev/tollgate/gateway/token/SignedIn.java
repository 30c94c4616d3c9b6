package dev.tollgate.gateway.token;

import java.util.List;
import java.util.Optional;

/**
 * How somebody signed in, of which every token of theirs speaks.
 *
 * @param issuer what {@code iss} says
 * @param authTime in seconds since 1970
 * @param hosted whether on the pool's pages
 * @param nonce what the client sent to see again in the ID token
 */
public record SignedIn(
        String issuer,
        long authTime,
        String originJti,
        String eventId,
        List<String> scopes,
        boolean hosted,
        Optional<String> nonce) {

    /** The scope of whoever signs in without the pages: they may use the operations on themselves. */
    public static final String SELF = "aws.cognito.signin.user.admin";

    public SignedIn {
        scopes = List.copyOf(scopes);
    }
}

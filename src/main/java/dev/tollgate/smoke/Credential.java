package dev.tollgate.smoke;

import java.util.List;
import java.util.Optional;

/**
 * What a request brings along.
 *
 * @param name for the table
 * @param token empty for none
 */
public record Credential(String name, Kind kind, Optional<String> token, List<String> scopes) {

    /** What is wrong with it, if anything. */
    public enum Kind {
        /** No token. */
        NONE,
        /** What no authorizer of this API takes: broken, expired, not valid yet, of another issuer. */
        INVALID,
        /** An access token of a client that is not in the audience; a REST API does not look at that. */
        OTHER_AUDIENCE,
        /** An access token of a client, with its scopes. */
        ACCESS,
        /** An ID token. */
        IDENTITY
    }

    public Credential {
        scopes = List.copyOf(scopes);
    }
}

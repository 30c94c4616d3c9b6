package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/**
 * How an app client signs people in, beside its flows.
 *
 * @param identityProviders {@code cognito}, and the file's names of others
 * @param read attributes that it may read; Cognito's choice when empty
 * @param write attributes that it may write; Cognito's choice when empty
 * @param minutes how long a sign-in of several steps may take
 * @param rotationGraceSeconds how long the former refresh token still works
 */
public record ClientSession(
        List<String> identityProviders,
        List<String> read,
        List<String> write,
        Optional<String> defaultRedirectUrl,
        int minutes,
        boolean rotates,
        int rotationGraceSeconds) {

    /** The pool itself, among identity providers. */
    public static final String POOL = "cognito";

    public ClientSession {
        identityProviders = List.copyOf(identityProviders);
        read = List.copyOf(read);
        write = List.copyOf(write);
    }
}

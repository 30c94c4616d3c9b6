package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.token.Claims;
import java.util.Optional;

/** Whether a request is let in. */
public sealed interface Admission {

    /**
     * It is.
     *
     * @param claims of the token, where one was required
     * @param reason for the journal
     */
    record Let(Optional<Claims> claims, String reason) implements Admission {}

    /**
     * It is not.
     *
     * @param challenge the {@code www-authenticate} of an HTTP API
     */
    record Refused(Refusal refusal, String challenge, String reason) implements Admission {}
}

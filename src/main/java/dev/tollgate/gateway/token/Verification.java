package dev.tollgate.gateway.token;

import java.util.Optional;

/** What came of verifying a token. */
public sealed interface Verification {

    /** Signed by a trusted issuer and valid now. Audience, scopes and use are the authorizer's to judge. */
    record Verified(String issuer, Claims claims) implements Verification {}

    /**
     * Not to be let in.
     *
     * @param claims what it says, unverified, for the log alone
     */
    record Refused(Reason reason, Optional<Claims> claims) implements Verification {}
}

package dev.tollgate.gateway.token;

import java.security.SecureRandom;

/**
 * A token's claims under keys of our own: where its issuer's keys cannot be had, all else that decides over it can
 * still be asked of those who decide, who need no way around the signature for that.
 *
 * @param keys what verifies it; nobody else trusts them
 */
public record Restated(String token, KeySource keys) {

    /** {@code claims} as they are, signed anew. */
    public static Restated of(Claims claims, SecureRandom random) {
        PoolKeys keys = PoolKeys.generate(random);
        return new Restated(keys.signAccess(claims.json()), keys);
    }
}

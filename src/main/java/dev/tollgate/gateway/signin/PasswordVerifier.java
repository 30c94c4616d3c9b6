package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.SecretComparison;
import dev.tollgate.srp.Srp;
import java.math.BigInteger;
import java.security.SecureRandom;

/** What is kept of a password: a salt and SRP's verifier, and not the password. */
record PasswordVerifier(BigInteger salt, BigInteger verifier) {

    private static final int SALT_BITS = 128;

    /** Of {@code text}, which {@code user} has in the pool that is called {@code pool} after its region. */
    static PasswordVerifier of(String text, String pool, String user, SecureRandom random) {
        BigInteger salt = new BigInteger(SALT_BITS, random);
        return new PasswordVerifier(salt, Srp.verifier(Srp.x(salt, pool, user, text)));
    }

    boolean is(String text, String pool, String user) {
        BigInteger given = Srp.verifier(Srp.x(salt, pool, user, text));
        return SecretComparison.same(verifier.toString(16), given.toString(16));
    }

    @Override
    public String toString() {
        return "PasswordVerifier[]";
    }
}

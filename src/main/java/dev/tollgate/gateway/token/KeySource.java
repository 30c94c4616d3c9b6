package dev.tollgate.gateway.token;

import java.security.interfaces.RSAPublicKey;

/** Where an issuer's public keys are. */
public interface KeySource {

    /** Looks for the key called {@code kid}, which may be anything a stranger wrote. */
    Lookup find(String kid);

    /** What came of a search for a key. */
    sealed interface Lookup {

        /** The key. */
        record Found(RSAPublicKey key) implements Lookup {}

        /** The issuer has no such key. */
        record Unknown() implements Lookup {}

        /** The issuer's keys cannot be had; {@code why} is for the log. */
        record Unreachable(String why) implements Lookup {}
    }
}

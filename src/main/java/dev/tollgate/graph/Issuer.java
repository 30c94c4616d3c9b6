package dev.tollgate.graph;

import dev.tollgate.surface.CognitoPool;
import java.util.Optional;

/**
 * Where tokens come from: a user pool, or something else that signs them.
 *
 * @param key the same for the same issuer, where it is referred to in the same way
 * @param pool the user pool, where it is one that is here
 */
record Issuer(Reference by, String key, String caption, String name, Optional<CognitoPool> pool) {

    /** How an issuer is referred to. */
    enum Reference {
        /** As a user pool that is made here, whose id nobody knows before it is. */
        RESOURCE,
        /** By a pool's id. */
        ID,
        /** By what somebody else publishes or reads. */
        PUBLISHED,
        /** By an address that is not Cognito's. */
        FOREIGN
    }

    boolean is(Issuer other) {
        return key.equals(other.key);
    }

    /** Whether it is certain that both are not the same: a pool made here may have the id that is written elsewhere. */
    boolean cannotBe(Issuer other) {
        boolean comparable = by == other.by && by != Reference.PUBLISHED;
        return !is(other) && (comparable || by == Reference.FOREIGN || other.by == Reference.FOREIGN);
    }
}

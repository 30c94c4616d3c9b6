package dev.tollgate.init;

import java.util.List;
import java.util.Optional;

/** Where the tokens of a new environment come from. */
public sealed interface TokenSource {

    /**
     * A user pool that the environment makes.
     *
     * @param domainPrefix host of the token endpoint, where clients need one and it has no name of its own
     * @param publishedAt where other environments read the pool from
     * @param signIn what people sign in with, where there are any: it cannot be changed later
     */
    record Created(Optional<String> domainPrefix, Optional<String> publishedAt, Optional<String> signIn)
            implements TokenSource {}

    /** An existing user pool. */
    record Existing(String poolId, Optional<String> domainPrefix) implements TokenSource {}

    /** A user pool that another environment publishes in SSM. */
    record Published(String prefix) implements TokenSource {}

    /** An OpenID Connect issuer that is not Cognito; HTTP APIs only. */
    record External(String issuer, List<String> audience) implements TokenSource {

        public External {
            audience = List.copyOf(audience);
        }
    }

    /** Whether clients and scopes are the environment's own to declare. */
    default boolean isCognito() {
        return !(this instanceof External);
    }
}

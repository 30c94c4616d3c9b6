package dev.tollgate.grant;

import java.util.List;
import java.util.Optional;

/**
 * An app client that asks for tokens.
 *
 * @param name what the environment's file calls it
 * @param scopes the custom scopes it may ask for
 * @param signIn how people sign in to it
 * @param poolName the pool's id without its region, which SRP takes into account
 */
public record GrantClient(
        String name, String id, Optional<String> secret, List<String> scopes, PersonFlow signIn, String poolName) {

    public GrantClient {
        scopes = List.copyOf(scopes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "GrantClient[name=" + name + "]";
    }
}

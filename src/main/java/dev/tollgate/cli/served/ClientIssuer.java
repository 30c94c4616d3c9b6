package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.grant.GrantClient;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where a client gets its tokens.
 *
 * @param endpoint of {@code client_credentials}, where the pool has one
 * @param cognito of {@code InitiateAuth}
 * @param pages beside the token endpoint
 */
public record ClientIssuer(GrantClient client, Optional<URI> endpoint, URI cognito, Pages pages) {

    /**
     * The sign-in pages, as far as a client uses them.
     *
     * @param callbacks where people are sent back to; none where the client has no codes
     */
    public record Pages(List<String> callbacks) {

        public Pages {
            callbacks = List.copyOf(callbacks);
        }

        static Pages of(Collection<String> flows, List<String> callbacks) {
            return new Pages(flows.contains("code") ? callbacks : List.of());
        }
    }

    /** Where the client's tokens are given, of machines and of people on pages. */
    public URI tokenEndpoint() {
        return endpoint.orElseThrow(() -> new UserError(
                UserError.Exit.ENVIRONMENT,
                "the user pool has no token endpoint",
                "set `domain_prefix` in `user_pool`, or sign in with `--user NAME`"));
    }
}

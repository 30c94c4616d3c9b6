package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.grant.GrantClient;
import java.net.URI;
import java.util.Optional;

/**
 * Where a client gets its tokens.
 *
 * @param endpoint of {@code client_credentials}, where the pool has one
 * @param cognito of {@code InitiateAuth}
 */
public record ClientIssuer(GrantClient client, Optional<URI> endpoint, URI cognito) {

    public URI tokenEndpoint() {
        return endpoint.orElseThrow(() -> new UserError(
                UserError.Exit.ENVIRONMENT,
                "the user pool has no token endpoint",
                "set `domain_prefix` in `user_pool`, or sign in with `--user NAME`"));
    }
}

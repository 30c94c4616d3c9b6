package dev.tollgate.synth;

import dev.tollgate.model.Authorization;
import java.util.List;
import java.util.Optional;

/**
 * What a route's authorization is in Terraform, for both kinds of API.
 *
 * @param type {@code NONE}, or what the kind of API calls tokens
 * @param authorizerId what verifies the token, where one is required
 * @param scopes one of which the token has to carry; none required when empty
 */
record Guard(String type, Optional<String> authorizerId, List<String> scopes) {

    Guard {
        scopes = List.copyOf(scopes);
    }

    /**
     * The guard of {@code authorization}.
     *
     * @param tokens what the kind of API calls tokens, {@code JWT}
     * @param authorizerId there where any route requires a token
     */
    static Guard of(Authorization authorization, String tokens, Optional<String> authorizerId) {
        return authorization.match(new Authorization.Cases<>() {
            @Override
            public Guard anonymous(Authorization.Anonymous anonymous) {
                return new Guard("NONE", Optional.empty(), List.of());
            }

            @Override
            public Guard authenticated(Authorization.Authenticated authenticated) {
                return new Guard(tokens, Optional.of(authorizerId.orElseThrow()), List.of());
            }

            @Override
            public Guard scoped(Authorization.Scoped scoped) {
                return new Guard(
                        tokens,
                        Optional.of(authorizerId.orElseThrow()),
                        scoped.scopes().stream().map(Hcl::literal).toList());
            }
        });
    }
}

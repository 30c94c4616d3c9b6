package dev.tollgate.model;

import java.util.List;
import java.util.Optional;

/** What verifies the tokens, where it is more than the user pool and AWS's defaults. */
public record DefaultAuthorizer(
        Optional<String> name, Optional<ExternalIssuer> external, Optional<Integer> ttlSeconds) {

    /** An OpenID Connect issuer other than the user pool, and who its tokens must be meant for. */
    public record ExternalIssuer(String issuer, List<String> audience) {

        public ExternalIssuer {
            audience = List.copyOf(audience);
        }
    }
}

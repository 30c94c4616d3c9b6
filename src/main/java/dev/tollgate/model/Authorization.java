package dev.tollgate.model;

import java.util.List;

/** What a route demands of its caller. There is no route without one. */
public sealed interface Authorization {

    /** Anybody may call, for a reason that is written down. */
    record Anonymous(String reason) implements Authorization {}

    /** Any caller with a valid token of the environment's issuer. */
    record Authenticated() implements Authorization {}

    /** A caller whose access token carries at least one of {@code scopes}. */
    record Scoped(List<String> scopes) implements Authorization {

        public Scoped {
            scopes = List.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("a scoped route names at least one scope");
            }
        }
    }
}

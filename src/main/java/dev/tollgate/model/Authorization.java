package dev.tollgate.model;

import java.util.List;

/** What a route requires of its caller. There is no route without one. */
public sealed interface Authorization {

    /** One answer for each kind of authorization: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** Anybody may call. */
        T anonymous(Anonymous anonymous);

        /** Any caller with a valid token may call. */
        T authenticated(Authenticated authenticated);

        /** A caller with one of the scopes may call. */
        T scoped(Scoped scoped);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** Whether a caller needs a token of the environment's issuer. */
    boolean requiresToken();

    /** The scopes of which a token has to carry one; empty when none is required. */
    List<String> scopes();

    /** Anybody may call, for a reason that is written down. */
    record Anonymous(String reason) implements Authorization {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.anonymous(this);
        }

        @Override
        public boolean requiresToken() {
            return false;
        }

        @Override
        public List<String> scopes() {
            return List.of();
        }
    }

    /** Any caller with a valid token of the environment's issuer. */
    record Authenticated() implements Authorization {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.authenticated(this);
        }

        @Override
        public boolean requiresToken() {
            return true;
        }

        @Override
        public List<String> scopes() {
            return List.of();
        }
    }

    /** A caller whose access token carries at least one of {@code scopes}. */
    record Scoped(List<String> scopes) implements Authorization {

        public Scoped {
            scopes = List.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("a scoped route names at least one scope");
            }
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.scoped(this);
        }

        @Override
        public boolean requiresToken() {
            return true;
        }
    }
}

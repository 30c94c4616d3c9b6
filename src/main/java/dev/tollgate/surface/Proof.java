package dev.tollgate.surface;

/** What a caller shows to be let in. */
public sealed interface Proof {

    /** One answer for each kind of proof. */
    interface Cases<T> {
        /** Nothing is shown. */
        T nothing();

        /** A token that no authorizer accepts is shown. */
        T invalid(Invalid proof);

        /** A token is shown. */
        T token(Token proof);

        /** A request is signed with AWS credentials. */
        T signature();
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** No token, and no signature either. */
    record Nothing() implements Proof {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.nothing();
        }
    }

    /**
     * A token that no authorizer accepts, whoever issued it.
     *
     * @param expired whether its time is what is wrong with it
     */
    record Invalid(boolean expired) implements Proof {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.invalid(this);
        }
    }

    /**
     * A valid token.
     *
     * @param scopes what it carries; an ID token carries none
     * @param trusted whether the route's authorizer trusts its issuer
     * @param intended whether the client it was issued to is in the authorizer's audience; a REST API does not look
     */
    record Token(TokenUse use, Scopes scopes, Known trusted, Known intended) implements Proof {

        /** A token of a client that the authorizer is made for. */
        public static Token of(TokenUse use, Scopes scopes) {
            return new Token(use, scopes, Known.YES, Known.YES);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.token(this);
        }
    }

    /** A signature by AWS credentials that may call. */
    record Signature() implements Proof {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.signature();
        }
    }
}

package dev.tollgate.surface;

import java.util.Optional;

/** What a route requires of a caller. Who passes with what, the {@link Gate} decides. */
public sealed interface Access {

    /** One answer for each kind of access: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** Anyone may call. */
        T open(Open access);

        /** A token is required. */
        T token(Token access);

        /** A signature by AWS credentials is required. */
        T iam(Iam access);

        /** A Lambda authorizer decides. */
        T custom(Custom access);

        /** It is not known. */
        T undecided(Undecided access);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** {@code open}, {@code token}, {@code iam}, {@code custom}, {@code unknown}. */
    String word();

    /** Whether it is certain that anyone may call. */
    boolean isOpen();

    /** Whether an authorizer decides, be it one that is here or not. */
    boolean isJudged();

    /** The authorizer that decides, where one does and it is here. */
    Optional<Authorizer> authorizer();

    /** The scopes of which a token has to carry one; none where none is required. */
    Scopes scopes();

    /** This, where it is a token that is required. */
    default Optional<Token> token() {
        return this instanceof Token token ? Optional.of(token) : Optional.empty();
    }

    /** Why it is not known what is required; empty when it is known. */
    default Optional<String> unknown() {
        return this instanceof Undecided undecided ? Optional.of(undecided.because()) : Optional.empty();
    }

    /** Nothing: anyone may call. */
    record Open() implements Access {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.open(this);
        }

        @Override
        public String word() {
            return "open";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isJudged() {
            return false;
        }

        @Override
        public Optional<Authorizer> authorizer() {
            return Optional.empty();
        }

        @Override
        public Scopes scopes() {
            return Scopes.NONE;
        }
    }

    /**
     * A token that an authorizer accepts.
     *
     * @param authorizer empty when the route names none that is here
     * @param scopes one of which the token has to carry; none required when empty and certain
     */
    record Token(Optional<Authorizer> authorizer, Scopes scopes) implements Access {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.token(this);
        }

        @Override
        public String word() {
            return "token";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isJudged() {
            return true;
        }
    }

    /** A signature by AWS credentials. */
    record Iam() implements Access {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.iam(this);
        }

        @Override
        public String word() {
            return "iam";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isJudged() {
            return false;
        }

        @Override
        public Optional<Authorizer> authorizer() {
            return Optional.empty();
        }

        @Override
        public Scopes scopes() {
            return Scopes.NONE;
        }
    }

    /** What a Lambda authorizer decides. */
    record Custom(Optional<Authorizer> authorizer) implements Access {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.custom(this);
        }

        @Override
        public String word() {
            return "custom";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isJudged() {
            return true;
        }

        @Override
        public Scopes scopes() {
            return Scopes.NONE;
        }
    }

    /** It is not known before apply, or is a kind that Tollgate does not know: never to be taken for open. */
    record Undecided(String because) implements Access {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.undecided(this);
        }

        @Override
        public String word() {
            return "unknown";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public boolean isJudged() {
            return false;
        }

        @Override
        public Optional<Authorizer> authorizer() {
            return Optional.empty();
        }

        @Override
        public Scopes scopes() {
            return Scopes.NONE;
        }
    }
}

package dev.tollgate.graph;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;

/** What a thing in the picture says of authorization, in the order in which it deserves a look. */
public enum Tone {
    /** Anyone may call it. */
    ANONYMOUS("anonymous"),
    /** Unknown. */
    UNKNOWN("unknown"),
    /** Nothing. */
    PLAIN("plain"),
    /** A Lambda authorizer decides. */
    CUSTOM("custom"),
    /** AWS credentials open it. */
    IAM("iam"),
    /** A token opens it. */
    TOKEN("token"),
    /** A browser's preflight, which API Gateway answers itself. */
    PREFLIGHT("preflight");

    private final String word;

    Tone(String word) {
        this.word = word;
    }

    /** What it is called in a class of Mermaid's or of CSS. */
    public String word() {
        return word;
    }

    /** What {@code access} says. */
    static Tone of(Access access) {
        return access.match(new OfAccess());
    }

    /** What is said of what an authorizer of {@code kind} lets in. */
    static Tone of(Authorizer.Kind kind) {
        return kind.match(new OfAuthorizer());
    }

    private static final class OfAccess implements Access.Cases<Tone> {

        @Override
        public Tone open(Access.Open access) {
            return ANONYMOUS;
        }

        @Override
        public Tone token(Access.Token access) {
            return TOKEN;
        }

        @Override
        public Tone iam(Access.Iam access) {
            return IAM;
        }

        @Override
        public Tone custom(Access.Custom access) {
            return CUSTOM;
        }

        @Override
        public Tone undecided(Access.Undecided access) {
            return UNKNOWN;
        }
    }

    private static final class OfAuthorizer implements Authorizer.Kind.Cases<Tone> {

        @Override
        public Tone cognito(Authorizer.Cognito kind) {
            return TOKEN;
        }

        @Override
        public Tone jwt(Authorizer.Jwt kind) {
            return TOKEN;
        }

        @Override
        public Tone lambda(Authorizer.Lambda kind) {
            return CUSTOM;
        }

        /** Routes that name it require a token, as far as they say. */
        @Override
        public Tone undecided(Authorizer.Undecided kind) {
            return TOKEN;
        }
    }
}

package dev.tollgate.graph;

import dev.tollgate.surface.Access;

/** What a thing in the picture says of authorization, in the order in which it deserves a look. */
public enum Tone {
    /** Anyone may call it. */
    ANONYMOUS("anonymous"),
    /** It cannot be told. */
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
        if (access instanceof Access.Open) {
            return ANONYMOUS;
        } else if (access instanceof Access.Token) {
            return TOKEN;
        } else if (access instanceof Access.Iam) {
            return IAM;
        } else if (access instanceof Access.Custom) {
            return CUSTOM;
        }
        return UNKNOWN;
    }
}

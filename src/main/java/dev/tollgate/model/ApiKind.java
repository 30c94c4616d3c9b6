package dev.tollgate.model;

import java.util.Locale;

/** Which of API Gateway's kinds of API an environment asks for. */
public enum ApiKind {
    /** A REST API with a Cognito authorizer. */
    REST,
    /** An HTTP API with a JWT authorizer. */
    HTTP,
    /** No API: the identity only, for other environments to use. */
    NONE;

    /** The word in the environment file: {@code rest}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that {@code word} names; one of the schema's words. */
    public static ApiKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

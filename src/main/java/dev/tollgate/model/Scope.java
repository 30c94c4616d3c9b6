package dev.tollgate.model;

import java.util.List;

/** What a token lets its bearer do, as a word: {@code resource-server/name}, or one of Cognito's own. */
public final class Scope {

    /** The one scope of an access token that {@code InitiateAuth} gives. */
    public static final String USER_ADMIN = "aws.cognito.signin.user.admin";

    /** The scope without which the token endpoint gives no ID token. */
    public static final String OPENID = "openid";

    /** The scopes that every user pool knows. */
    public static final List<String> STANDARD = List.of(USER_ADMIN, "email", OPENID, "phone", "profile");

    private Scope() {}

    /** Whether every user pool knows {@code scope}; the others belong to a resource server. */
    public static boolean isStandard(String scope) {
        return STANDARD.contains(scope);
    }

    /** The identifier of the resource server that {@code scope} belongs to; empty text when it names none. */
    public static String resourceServer(String scope) {
        // A scope's name holds no slash, an identifier may: https://api.example.com/v1
        return scope.substring(0, Math.max(0, scope.lastIndexOf('/')));
    }
}

package dev.tollgate.gateway.signin;

/** Why the token endpoint gives no token: an {@code error} of OAuth 2.0. */
final class OAuthRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String error;

    OAuthRefusal(String error) {
        super(error, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}

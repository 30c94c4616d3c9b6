package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.SignedIn;

/**
 * What a refresh token stands for.
 *
 * @param expires in seconds since 1970
 */
record Session(String clientId, String subject, long expires, SignedIn signedIn) {}

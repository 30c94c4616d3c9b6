package dev.tollgate.gateway.token;

/**
 * What a refresh token stands for.
 *
 * @param authTime when its owner signed in, in seconds since 1970; so is {@code expires}
 */
record Session(String clientId, String username, long authTime, long expires, String originJti, String eventId) {}

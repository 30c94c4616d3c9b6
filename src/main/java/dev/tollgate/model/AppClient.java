package dev.tollgate.model;

import java.util.List;

/**
 * One application that may ask the user pool for tokens.
 *
 * @param authFlows flows of {@code InitiateAuth}, without {@code ALLOW_} and {@code _AUTH}
 * @param hasSecret whether Cognito makes a secret for it
 * @param session how it signs people in
 * @param refreshTokenDays life of a refresh token, in days; the other two are in minutes
 */
public record AppClient(
        String id,
        List<String> oauthFlows,
        List<String> authFlows,
        List<String> scopes,
        boolean hasSecret,
        List<String> callbackUrls,
        List<String> logoutUrls,
        int accessTokenMinutes,
        int idTokenMinutes,
        int refreshTokenDays,
        ClientSession session) {

    public AppClient {
        oauthFlows = List.copyOf(oauthFlows);
        authFlows = List.copyOf(authFlows);
        scopes = List.copyOf(scopes);
        callbackUrls = List.copyOf(callbackUrls);
        logoutUrls = List.copyOf(logoutUrls);
    }

    /** Whether it is a machine: a client that asks in its own name. */
    public boolean usesClientCredentials() {
        return oauthFlows.contains("client_credentials");
    }

    /** Whether people sign in to it on the pool's own pages. */
    public boolean usesRedirects() {
        return oauthFlows.contains("code") || oauthFlows.contains("implicit");
    }

    /** Whether it needs the pool's token endpoint. */
    public boolean usesTokenEndpoint() {
        return !oauthFlows.isEmpty();
    }

    /** Whether nobody can sign in to it. */
    public boolean isMachineOnly() {
        return usesClientCredentials() && !usesRedirects() && !usesInitiateAuth();
    }

    /** The scopes of resource servers that it may ask for. */
    public List<String> customScopes() {
        return scopes.stream().filter(scope -> !Scope.isStandard(scope)).toList();
    }

    /** The name of its resource in Terraform. */
    public String label() {
        return Label.ofKey(id);
    }

    /** Whether people sign in to it with {@code InitiateAuth}. */
    public boolean usesInitiateAuth() {
        return authFlows.stream().anyMatch(flow -> !flow.equals("REFRESH_TOKEN"));
    }
}

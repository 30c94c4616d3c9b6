package dev.tollgate.gateway.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An app client of a pool, in the words of {@code aws_cognito_user_pool_client}.
 *
 * @param oauthFlows {@code allowed_oauth_flows}
 * @param oauthEnabled {@code allowed_oauth_flows_user_pool_client}
 * @param scopes {@code allowed_oauth_scopes}
 * @param authFlows {@code explicit_auth_flows}, as they are written; none means Cognito's own choice
 * @param hidesUnknownUsers whether {@code prevent_user_existence_errors} is {@code ENABLED}
 */
public record LocalClient(
        String id,
        Optional<String> secret,
        List<String> oauthFlows,
        boolean oauthEnabled,
        List<String> scopes,
        List<String> authFlows,
        TokenLives lives,
        boolean hidesUnknownUsers,
        ClientPages pages) {

    private static final Set<String> STANDARD_SCOPES =
            Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");
    /** What a client that names no flows may do. */
    private static final List<String> DEFAULT_FLOWS =
            List.of("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");

    public LocalClient {
        oauthFlows = List.copyOf(oauthFlows);
        scopes = List.copyOf(scopes);
        authFlows = List.copyOf(authFlows);
    }

    /** The scopes of resource servers that it may ask for. */
    public List<String> customScopes() {
        return scopes.stream()
                .filter(scope -> !STANDARD_SCOPES.contains(scope))
                .sorted()
                .distinct()
                .toList();
    }

    /** Cognito's {@code SECRET_HASH} for {@code username}; none where there is no secret. */
    public Optional<String> secretHash(String username) {
        return secret.map(known -> SecretComparison.hash(known, username, this));
    }

    /** Whether {@code flow} of {@code InitiateAuth}, {@code USER_PASSWORD_AUTH} for instance, is on. */
    public boolean allows(String flow) {
        List<String> flows = authFlows.isEmpty() ? DEFAULT_FLOWS : authFlows;
        if (flows.contains("ALLOW_" + flow) || flows.contains(flow)) {
            return true;
        }
        // The names without ALLOW_ are of a time when nobody could switch refreshing off.
        return flow.equals("REFRESH_TOKEN_AUTH") && flows.stream().noneMatch(name -> name.startsWith("ALLOW_"));
    }

    @Override
    public String toString() {
        return "LocalClient[id=" + id + "]";
    }
}

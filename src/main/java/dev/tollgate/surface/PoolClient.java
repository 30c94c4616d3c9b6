package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An app client.
 *
 * @param pool its pool, where that is one that is there
 * @param scopes {@code allowed_oauth_scopes}
 * @param oauthFlows {@code allowed_oauth_flows}, where OAuth is on for it
 * @param authFlows {@code explicit_auth_flows} without {@code ALLOW_}
 * @param certain whether these are all of its flows
 */
public record PoolClient(
        Resource resource,
        String name,
        Optional<Resource> pool,
        Scopes scopes,
        SortedSet<String> oauthFlows,
        SortedSet<String> authFlows,
        boolean certain) {

    public PoolClient {
        oauthFlows = Collections.unmodifiableSortedSet(new TreeSet<>(oauthFlows));
        authFlows = Collections.unmodifiableSortedSet(new TreeSet<>(authFlows));
    }

    /**
     * Whether users may sign in through it without OAuth. One whose {@code explicit_auth_flows} are not written has
     * Cognito's defaults, {@code ALLOW_USER_SRP_AUTH} among them.
     */
    public boolean signsUsersInDirectly() {
        return authFlows.isEmpty() || !authFlows.equals(new TreeSet<>(List.of("REFRESH_TOKEN_AUTH")));
    }

    /** Whether users may sign in through it with a password: on Cognito's pages, or directly. */
    public boolean takesPasswords() {
        return oauthFlows.contains("code")
                || oauthFlows.contains("implicit")
                || authFlows.stream().anyMatch(flow -> flow.contains("PASSWORD") || flow.endsWith("USER_SRP_AUTH"))
                || authFlows.contains("USER_AUTH")
                || (authFlows.isEmpty() && oauthFlows.isEmpty());
    }

    /** Whether it is certain that only machines use it. */
    public boolean isForMachines() {
        return certain
                && oauthFlows.equals(new TreeSet<>(List.of("client_credentials")))
                && authFlows.stream().allMatch(flow -> flow.equals("REFRESH_TOKEN_AUTH"));
    }
}

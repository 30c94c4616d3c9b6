package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.Collections;
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
public record AppClient(
        Resource resource,
        String name,
        Optional<Resource> pool,
        Scopes scopes,
        SortedSet<String> oauthFlows,
        SortedSet<String> authFlows,
        boolean certain) {

    public AppClient {
        oauthFlows = Collections.unmodifiableSortedSet(new TreeSet<>(oauthFlows));
        authFlows = Collections.unmodifiableSortedSet(new TreeSet<>(authFlows));
    }

    /** Whether it is certain that only machines use it. */
    public boolean isForMachines() {
        return certain
                && oauthFlows.equals(new TreeSet<>(java.util.List.of("client_credentials")))
                && authFlows.stream().allMatch(flow -> flow.equals("REFRESH_TOKEN_AUTH"));
    }
}

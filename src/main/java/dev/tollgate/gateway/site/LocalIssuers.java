package dev.tollgate.gateway.site;

import dev.tollgate.gateway.token.LocalPool;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other name of a pool's issuer: where it is served. Clients that insist on finding the issuer where it says it is
 * get tokens of that name, and the gateway takes it for Cognito's. Only the pool's own keys make either of them good.
 */
final class LocalIssuers {

    private static final Pattern HERE =
            Pattern.compile("https?://(?:localhost|[0-9.]{7,15}|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?" + LocalSite.PREFIX
                    + "/pools/([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)");

    private final List<LocalPool> pools;

    LocalIssuers(List<LocalPool> pools) {
        this.pools = List.copyOf(pools);
    }

    /** Cognito's name of {@code issuer}, where it is one of ours; itself otherwise. */
    String canonical(String issuer) {
        Matcher here = HERE.matcher(issuer);
        if (!here.matches() || !here.group(1).equals(here.group(2))) {
            return issuer;
        }
        return pools.stream()
                .filter(pool -> pool.id().equals(here.group(1)))
                .map(LocalPool::issuer)
                .findFirst()
                .orElse(issuer);
    }
}

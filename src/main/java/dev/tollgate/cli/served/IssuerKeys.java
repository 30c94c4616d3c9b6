package dev.tollgate.cli.served;

import dev.tollgate.gateway.read.LocalPools;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.HttpFetcher;
import dev.tollgate.gateway.token.KeySource;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.RemoteKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** The keys of issuers that routes trust: of those that are served here from here, of the others from themselves. */
public final class IssuerKeys {

    /** Somebody waits who would rather wait than not know. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpFetcher fetcher;
    private final Clock clock;
    private final SortedMap<String, URI> served = new TreeMap<>();
    private final SortedMap<String, KeySource> known = new TreeMap<>();

    public IssuerKeys(Optional<ServedIssuers> issuers, SSLContext trust, Clock clock) {
        this.fetcher = new HttpFetcher(trust, PATIENCE);
        this.clock = clock;
        issuers.ifPresent(here -> {
            for (LocalPool pool : LocalPools.of(
                    here.clients().infrastructure(), here.clients().surface(), here.ids())) {
                served.put(pool.issuer(), URI.create(LocalSite.pool(here.site(), pool.id()) + "/" + pool.id()));
            }
        });
    }

    public KeySource of(String issuer) {
        return known.computeIfAbsent(issuer, one -> new RemoteKeys(found(one), fetcher, clock));
    }

    /** A pool that is served here has the keys of Cognito's issuer, and says of itself where it is. */
    private String found(String issuer) {
        return Optional.ofNullable(served.get(issuer)).map(URI::toString).orElse(issuer);
    }
}

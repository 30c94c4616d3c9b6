package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer elsewhere, found through its OpenID configuration. As API Gateway does, it keeps them for two
 * hours, and no unknown {@code kid} makes it ask again.
 */
public final class RemoteKeys implements KeySource {

    private static final Duration KEPT = Duration.ofHours(2);
    /** A failure is kept for a moment, so that a dead issuer does not hold up every request. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(10);

    private static final int MIN_BITS = 2048;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String issuer;
    private final Fetcher fetcher;
    private final Clock clock;
    private @Nullable Keys keys;

    public RemoteKeys(String issuer, Fetcher fetcher, Clock clock) {
        this.issuer = issuer;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** What was fetched, or why nothing was, and until when that is believed. */
    private record Keys(SortedMap<String, RSAPublicKey> byKid, Optional<String> failure, Instant until) {}

    @Override
    public Lookup find(String kid) {
        Keys known = current();
        if (known.failure().isPresent()) {
            return new Lookup.Unreachable(known.failure().get());
        }
        RSAPublicKey key = known.byKid().get(kid);
        return key == null ? new Lookup.Unknown() : new Lookup.Found(key);
    }

    private synchronized Keys current() {
        Keys known = keys;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = fetched();
            keys = known;
        }
        return known;
    }

    private Keys fetched() {
        try {
            String separator = issuer.endsWith("/") ? "" : "/";
            JsonNode configuration = new ObjectMapper()
                    .readTree(fetcher.get(safe(issuer + separator + ".well-known/openid-configuration")));
            if (!issuer.equals(configuration.path("issuer").textValue())) {
                throw new IOException("its OpenID configuration names another issuer");
            }
            byte[] set = fetcher.get(safe(configuration.path("jwks_uri").asText("")));
            SortedMap<String, RSAPublicKey> byKid = usable(JWKSet.parse(new String(set, StandardCharsets.UTF_8)));
            return new Keys(byKid, Optional.empty(), clock.instant().plus(KEPT));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            String why = "issuer `" + issuer + "`: " + e.getMessage();
            return new Keys(
                    Collections.emptySortedMap(),
                    Optional.of(why),
                    clock.instant().plus(FAILURE_KEPT));
        }
    }

    /** Keys come over TLS, or from this machine. */
    private static URI safe(String address) throws IOException {
        URI uri = URI.create(address);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean isLocal = scheme.equals("http") && LOOPBACK.contains(String.valueOf(uri.getHost()));
        if (scheme.equals("https") || isLocal) {
            return uri;
        }
        throw new IOException("`" + address + "` is not an https address");
    }

    private static SortedMap<String, RSAPublicKey> usable(JWKSet set) {
        SortedMap<String, RSAPublicKey> keys = new TreeMap<>();
        Set<String> ambiguous = new TreeSet<>();
        for (JWK key : set.getKeys()) {
            rsa(key).ifPresent(found -> {
                if (keys.put(key.getKeyID(), found) != null) {
                    ambiguous.add(key.getKeyID());
                }
            });
        }
        keys.keySet().removeAll(ambiguous);
        return Collections.unmodifiableSortedMap(keys);
    }

    private static Optional<RSAPublicKey> rsa(JWK key) {
        boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean rs256 =
                key.getAlgorithm() == null || key.getAlgorithm().getName().equals("RS256");
        if (key.getKeyID() == null || !signs || !rs256 || key.size() < MIN_BITS) {
            return Optional.empty();
        }
        try {
            return key instanceof com.nimbusds.jose.jwk.RSAKey rsa
                    ? Optional.of(rsa.toRSAPublicKey())
                    : Optional.empty();
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }
}

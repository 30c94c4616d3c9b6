package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.KeySource;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.TokenVerifier;
import dev.tollgate.gateway.token.Verification;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Access tokens that people show to the pool itself, which knows what was taken back. */
final class AccessTokens {

    private final LocalPool pool;
    private final KeySource keys;
    private final Sessions sessions;
    private final Directory directory;
    private final Clock clock;

    AccessTokens(LocalPool pool, KeySource keys, Sessions sessions, Directory directory, Clock clock) {
        this.pool = pool;
        this.keys = keys;
        this.sessions = sessions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whose token it is, and what it says. */
    record Shown(PoolAccount account, Claims claims) {}

    /** What {@code token} proves: nothing where it is not good, or was taken back. */
    Optional<Shown> shown(String token, Door door) {
        SortedMap<String, KeySource> issuers = new TreeMap<>(Map.of(pool.issuer(), keys));
        issuers.put(door.issuer(), keys);
        if (!(new TokenVerifier(issuers, clock).verify(token) instanceof Verification.Verified verified)) {
            return Optional.empty();
        }
        Claims claims = verified.claims();
        if (claims.text("token_use").filter("access"::equals).isEmpty() || sessions.isRevoked(claims)) {
            return Optional.empty();
        }
        return claims.text("sub")
                .flatMap(directory::bySubject)
                .filter(PoolAccount::enabled)
                .map(account -> new Shown(account, claims));
    }
}

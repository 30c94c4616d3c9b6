package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes a pool's tokens, with the claims that Cognito gives each kind. */
public final class TokenIssuer {

    private static final String SIGNED_IN = "aws.cognito.signin.user.admin";

    private final LocalPool pool;
    private final PoolKeys keys;
    private final Clock clock;
    private final RandomGenerator random;

    public TokenIssuer(LocalPool pool, PoolKeys keys, Clock clock, RandomGenerator random) {
        this.pool = pool;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** The pair of tokens of somebody who has signed in. */
    public record Pair(String access, String id) {}

    /** The access token of a machine: {@code client_credentials}. */
    public String machine(LocalClient client, List<String> scopes) {
        long now = now();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("sub", client.id())
                .put("token_use", "access")
                .put("scope", String.join(" ", scopes))
                .put("auth_time", now)
                .put("iss", pool.issuer())
                .put("exp", now + client.lives().access())
                .put("iat", now)
                .put("version", 2)
                .put("jti", uuid())
                .put("client_id", client.id());
        return keys.signAccess(claims);
    }

    /** The tokens of a person who signs in now. */
    public Pair person(LocalClient client, LocalUser user) {
        return person(client, user, session(client, user));
    }

    /** The tokens of a person, new or refreshed: {@code session} remembers when they signed in. */
    Pair person(LocalClient client, LocalUser user, Session session) {
        long now = now();
        return new Pair(
                keys.signAccess(access(client, user, session, now)), keys.signId(id(client, user, session, now)));
    }

    private ObjectNode access(LocalClient client, LocalUser user, Session session, long now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sub", user.subject(pool.id()))
                .put("iss", pool.issuer())
                .put("client_id", client.id())
                .put("origin_jti", session.originJti())
                .put("event_id", session.eventId())
                .put("token_use", "access")
                .put("scope", SIGNED_IN)
                .put("auth_time", session.authTime())
                .put("exp", now + client.lives().access())
                .put("iat", now)
                .put("jti", uuid())
                .put("username", user.name());
    }

    private ObjectNode id(LocalClient client, LocalUser user, Session session, long now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode().put("sub", user.subject(pool.id()));
        user.attributes().forEach((name, value) -> {
            if (name.endsWith("_verified")) {
                claims.put(name, Boolean.parseBoolean(value));
            } else {
                claims.put(name, value);
            }
        });
        return claims.put("iss", pool.issuer())
                .put("cognito:username", user.name())
                .put("origin_jti", session.originJti())
                .put("aud", client.id())
                .put("event_id", session.eventId())
                .put("token_use", "id")
                .put("auth_time", session.authTime())
                .put("exp", now + client.lives().id())
                .put("iat", now)
                .put("jti", uuid());
    }

    Session session(LocalClient client, LocalUser user) {
        long now = now();
        return new Session(client.id(), user.name(), now, now + client.lives().refresh(), uuid(), uuid());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private String uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }
}

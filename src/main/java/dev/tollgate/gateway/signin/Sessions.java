package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.RandomText;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The refresh tokens that are out, and what was taken back of them. They say nothing themselves. */
final class Sessions {

    /** More than people make in a day; the oldest goes first. */
    private static final int KEPT = 10_000;

    private final RandomGenerator random;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Long> retired = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    private final Runnable changed;

    /** Tells {@code changed} of every change. */
    Sessions(RandomGenerator random, Clock clock, Runnable changed) {
        this.random = random;
        this.clock = clock;
        this.changed = changed;
    }

    synchronized void restore(Map<String, Session> known) {
        sessions.putAll(known);
    }

    /** The refresh tokens that are good, and what they stand for. */
    synchronized Map<String, Session> all() {
        Map<String, Session> good = new LinkedHashMap<>();
        sessions.forEach((token, session) -> {
            if (!revoked.contains(session.signedIn().originJti()) && !retired.containsKey(token)) {
                good.put(token, session);
            }
        });
        return good;
    }

    /** A new refresh token for {@code session}. */
    String open(Session session) {
        String token = RandomText.letters(random, 64);
        synchronized (this) {
            sessions.put(token, session);
            if (sessions.size() > KEPT) {
                sessions.remove(sessions.keySet().iterator().next());
            }
        }
        changed.run();
        return token;
    }

    /** What {@code token} stands for, expired or not, if it is {@code client}'s and nobody took it back. */
    synchronized Optional<Session> find(String token, LocalClient client) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> session.clientId().equals(client.id()))
                .filter(session -> !revoked.contains(session.signedIn().originJti()));
    }

    /** Whether {@code token} was exchanged for another longer than {@code grace} seconds ago. */
    synchronized boolean isUsedUp(String token, long grace) {
        Long since = retired.get(token);
        return since != null && now() - since > grace - (grace == 0 ? 1 : 0);
    }

    /** Takes {@code token} as exchanged for another. */
    synchronized void retire(String token) {
        retired.putIfAbsent(token, now());
    }

    /** Takes back {@code token}, and every token that came of the same sign-in. */
    void revoke(String token, LocalClient client) {
        synchronized (this) {
            find(token, client)
                    .ifPresent(session -> revoked.add(session.signedIn().originJti()));
        }
        changed.run();
    }

    /** Takes back what {@code subject} has. */
    void signOut(String subject) {
        synchronized (this) {
            sessions.values().stream()
                    .filter(session -> session.subject().equals(subject))
                    .forEach(session -> revoked.add(session.signedIn().originJti()));
        }
        changed.run();
    }

    /** Whether the token that says {@code claims} was taken back. */
    synchronized boolean isRevoked(Claims claims) {
        return claims.text("origin_jti").filter(revoked::contains).isPresent();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

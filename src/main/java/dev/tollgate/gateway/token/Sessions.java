package dev.tollgate.gateway.token;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The refresh tokens that are out. They say nothing themselves, and are forgotten with this process. */
final class Sessions {

    /** More than a person makes in a day; the oldest goes first. */
    private static final int KEPT = 10_000;

    private final RandomGenerator random;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Sessions(RandomGenerator random) {
        this.random = random;
    }

    /** A new refresh token for {@code session}. */
    synchronized String open(Session session) {
        byte[] bytes = new byte[64];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(token, session);
        if (sessions.size() > KEPT) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return token;
    }

    /** What {@code token} stands for, expired or not, if it is {@code client}'s. */
    synchronized Optional<Session> find(String token, LocalClient client) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> session.clientId().equals(client.id()));
    }
}

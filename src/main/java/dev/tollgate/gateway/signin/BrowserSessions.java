package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.RandomText;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who is signed in in which browser: an hour, as on Cognito's pages. */
final class BrowserSessions {

    static final String COOKIE = "cognito";

    private static final long LIFE = 3600;
    private static final int KEPT = 10_000;

    private final RandomGenerator random;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    BrowserSessions(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    record Session(String subject, long authTime) {}

    /** A new session, never one that the browser came with. */
    synchronized String open(String subject) {
        String id = RandomText.letters(random, 32);
        sessions.put(id, new Session(subject, now()));
        if (sessions.size() > KEPT) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return id;
    }

    synchronized Optional<Session> find(TokenRequest request) {
        return request.cookie(COOKIE).map(sessions::get).filter(session -> now() - session.authTime() < LIFE);
    }

    synchronized void end(TokenRequest request) {
        request.cookie(COOKIE).ifPresent(sessions::remove);
    }

    synchronized void end(String subject) {
        sessions.values().removeIf(session -> session.subject().equals(subject));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

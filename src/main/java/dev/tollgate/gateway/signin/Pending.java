package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sign-ins that wait for an answer: each session is good once, for its client, and for a few minutes. */
final class Pending {

    private static final int KEPT = 10_000;

    private final SecureRandom random;
    private final Clock clock;
    private final Map<String, Entry> waiting = new LinkedHashMap<>();

    Pending(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Who is asked what; {@code data} is ours to remember. */
    record Waiting(String clientId, String subject, String challenge, SortedMap<String, String> data, long seconds) {

        Waiting {
            data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        }

        Waiting with(SortedMap<String, String> next) {
            return new Waiting(clientId, subject, challenge, next, seconds);
        }

        /** Without what is remembered: keys and secrets. */
        @Override
        public String toString() {
            return "Waiting[" + challenge + "]";
        }
    }

    private record Entry(Waiting waiting, long expires) {}

    String open(Waiting next) {
        String session = RandomText.letters(random, 96);
        keep(session, next);
        return session;
    }

    synchronized void keep(String session, Waiting next) {
        waiting.put(session, new Entry(next, clock.instant().getEpochSecond() + next.seconds()));
        if (waiting.size() > KEPT) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    Waiting take(String session, LocalClient client, String challenge) throws CognitoRefusal {
        Waiting found = take(session, challenge);
        if (!found.clientId().equals(client.id())) {
            throw invalid();
        }
        return found;
    }

    synchronized Waiting take(String session, String challenge) throws CognitoRefusal {
        Entry found = Optional.ofNullable(waiting.remove(session)).orElseThrow(Pending::invalid);
        if (found.expires() <= clock.instant().getEpochSecond()
                || !found.waiting().challenge().equals(challenge)) {
            throw invalid();
        }
        return found.waiting();
    }

    private static CognitoRefusal invalid() {
        return CognitoRefusal.notAuthorized("Invalid session for the user, session is expired.");
    }
}

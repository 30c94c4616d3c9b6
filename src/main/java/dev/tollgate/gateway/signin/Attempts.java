package dev.tollgate.gateway.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Cognito's lock-out: after five wrong passwords a second, then twice as long each time, up to 15 minutes. Attempts
 * while somebody is locked out do not count, and 15 quiet minutes forgive all.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 */
final class Attempts {

    private static final int FREE = 5;
    private static final long LONGEST = 900;
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new HashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, long last) {

        long lockedUntil() {
            return count < FREE ? last : last + Math.min(LONGEST, 1L << Math.min(30, count - FREE));
        }
    }

    /** Refuses whoever is locked out. */
    synchronized void require(String who) throws CognitoRefusal {
        Failures known = failures.get(who);
        if (known != null && known.count() >= FREE && now() < known.lockedUntil()) {
            throw CognitoRefusal.notAuthorized("Password attempts exceeded");
        }
    }

    synchronized void failed(String who) {
        if (failures.size() >= KEPT) {
            failures.values().removeIf(known -> now() - known.last() > LONGEST);
        }
        Failures known = failures.get(who);
        int before = known == null || now() - known.last() > LONGEST ? 0 : known.count();
        failures.put(who, new Failures(before + 1, now()));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

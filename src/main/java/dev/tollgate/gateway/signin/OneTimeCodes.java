package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.SecretComparison;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The six digits that people get in a mail, each for one purpose and once. */
final class OneTimeCodes {

    private static final int TRIES = 15;
    private static final int BOUND = 1_000_000;

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Code> codes = new HashMap<>();

    OneTimeCodes(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    private record Code(String digits, long expires, int tries) {}

    /** What a code is for, and how long it lives. */
    enum Purpose {
        SIGN_UP(Duration.ofHours(24)),
        PASSWORD(Duration.ofHours(1)),
        EMAIL(Duration.ofHours(24)),
        PHONE_NUMBER(Duration.ofHours(24));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        static Purpose verifying(String attribute) {
            return valueOf(attribute.toUpperCase(Locale.ROOT));
        }
    }

    /** A new code for {@code account}, which takes the place of the one before. */
    synchronized String issue(PoolAccount account, Purpose purpose) {
        String digits = String.format(Locale.ROOT, "%06d", random.nextInt(BOUND));
        codes.put(key(account, purpose), new Code(digits, now() + purpose.life.toSeconds(), 0));
        return digits;
    }

    /** Takes {@code digits}, or refuses them in Cognito's words. */
    synchronized void redeem(PoolAccount account, Purpose purpose, String digits) throws CognitoRefusal {
        Code code = codes.get(key(account, purpose));
        if (code == null || code.expires() <= now()) {
            throw expired();
        }
        if (code.tries() >= TRIES) {
            throw new CognitoRefusal("LimitExceededException", "Attempt limit exceeded, please try after some time.");
        }
        if (!SecretComparison.same(code.digits(), digits)) {
            codes.put(key(account, purpose), new Code(code.digits(), code.expires(), code.tries() + 1));
            throw mismatch();
        }
        codes.remove(key(account, purpose));
    }

    static CognitoRefusal expired() {
        return new CognitoRefusal("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }

    static CognitoRefusal mismatch() {
        return new CognitoRefusal("CodeMismatchException", "Invalid verification code provided, please try again.");
    }

    private static String key(PoolAccount account, Purpose purpose) {
        return purpose + " " + account.subject();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

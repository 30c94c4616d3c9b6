package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.SecretComparison;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of authenticator apps: RFC 6238, six digits, 30 seconds, each good once. */
final class AppCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD = 30;
    private static final String HMAC = "HmacSHA1";

    private final Clock clock;
    private final Map<String, Long> used = new HashMap<>();

    AppCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new secret, as apps read it. */
    static String secret(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 52; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Whether {@code code} is of now, of 30 seconds before or after, and of {@code account}'s app. */
    boolean accepts(PoolAccount account, String code) {
        return account.appSecret().filter(secret -> accepts(secret, code)).isPresent();
    }

    synchronized boolean accepts(String secret, String code) {
        long now = clock.instant().getEpochSecond() / PERIOD;
        for (long step = now - 1; step <= now + 1; step++) {
            if (SecretComparison.same(code(secret, step), code) && used.getOrDefault(secret, -1L) < step) {
                used.put(secret, step);
                return true;
            }
        }
        return false;
    }

    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(secret), HMAC));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA1", e);
        }
    }

    private static byte[] bytes(String secret) {
        BigInteger number = BigInteger.ONE;
        for (int i = 0; i < secret.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(i))));
        }
        int whole = secret.length() * 5 / 8;
        byte[] all = number.shiftRight(secret.length() * 5 - whole * 8).toByteArray();
        return Arrays.copyOfRange(all, all.length - whole, all.length);
    }
}

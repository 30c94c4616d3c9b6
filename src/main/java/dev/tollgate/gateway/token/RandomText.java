package dev.tollgate.gateway.token;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What nobody can guess. */
public final class RandomText {

    private RandomText() {}

    /** {@code bytes} random bytes, in letters that an address can hold. */
    public static String letters(RandomGenerator random, int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }

    public static String uuid(RandomGenerator random) {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }
}

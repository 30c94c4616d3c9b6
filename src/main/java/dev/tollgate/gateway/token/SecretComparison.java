package dev.tollgate.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets compared without telling, by the time it takes, how much of a guess is right. */
public final class SecretComparison {

    private static final String HMAC = "HmacSHA256";

    private SecretComparison() {}

    /** Whether {@code given} is {@code expected}. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Cognito's {@code SECRET_HASH} of {@code username} for {@code client}, whose secret is {@code secret}. */
    public static String hash(String secret, String username, LocalClient client) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] hash = mac.doFinal((username + client.id()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}

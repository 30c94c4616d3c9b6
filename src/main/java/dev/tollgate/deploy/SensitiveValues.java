package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a bundle where a sensitive value stood: its digest, by which another value is known to be another. The
 * key is the state's lineage, which nobody knows who may not read the state. Before there is a state there is no key,
 * and so no digest either: somebody could try likely values until one fits.
 */
final class SensitiveValues {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String WORD = "sensitive";
    private static final int SHOWN = 32;

    private final String key;

    /** {@code key} is a secret; empty where there is none. */
    SensitiveValues(String key) {
        this.key = key;
    }

    /** What stands for {@code value}. */
    String standIn(JsonNode value) {
        return key.isEmpty() ? WORD : WORD + ":" + digest(value.toString()).substring(0, SHOWN);
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}

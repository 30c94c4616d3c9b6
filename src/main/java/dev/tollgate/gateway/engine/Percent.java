package dev.tollgate.gateway.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, read as leniently as API Gateway reads it: what is no code stays as it is. */
final class Percent {

    private Percent() {}

    /** {@code text} decoded; {@code +} is a space in a query only. */
    static String decoded(String text, boolean query) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit((char) bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit((char) bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(query && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

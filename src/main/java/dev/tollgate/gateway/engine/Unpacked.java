package dev.tollgate.gateway.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * A compressed body as a REST API hands it on: unpacked.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
final class Unpacked {

    /** More than any body that is passed on. */
    private static final int MOST = 10 * 1024 * 1024 + 1;

    private Unpacked() {}

    /** {@code call} with its body unpacked; as it is where it is not compressed, or not as it says. */
    static Call of(Call call) {
        String encoding = call.header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!encoding.equals("gzip") && !encoding.equals("deflate")) {
            return call;
        }
        InputStream packed = new ByteArrayInputStream(call.bytes());
        try (InputStream body =
                encoding.equals("gzip") ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            return call.having(new String(body.readNBytes(MOST), StandardCharsets.ISO_8859_1))
                    .without("Content-Encoding");
        } catch (IOException e) {
            return call;
        }
    }
}

package dev.tollgate.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a gzipped tar archive whose bytes depend on its files alone. Nothing is compressed: that would differ between
 * versions of zlib, cost Node.js time, and the jar around it is compressed anyway.
 */
final class TarWriter {

    private static final int BLOCK = 512;
    /** The time that npm gives every file. */
    private static final long NPM_TIME = 499_162_500;

    private TarWriter() {}

    /** The archive of {@code files}, by name. */
    static byte[] archive(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Stored(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                out.write(header(file.getKey(), content.length));
                out.write(content);
                out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        int split = name.length() <= 100 ? -1 : name.indexOf('/', name.length() - 101);
        put(header, 0, name.substring(split + 1));
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o ", size));
        put(header, 136, String.format(Locale.ROOT, "%011o ", NPM_TIME));
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        put(header, 345, split < 0 ? "" : name.substring(0, split));
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    /** A gzip file that stores. */
    private static final class Stored extends GZIPOutputStream {

        Stored(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}

package dev.tollgate.build;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the files of a tar archive as npm makes them: plain entries with names in the header. */
final class TarReader {

    private static final int BLOCK = 512;

    private final InputStream in;
    private long left;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** The name of the next file; empty at the end. */
    Optional<String> next() throws IOException {
        in.skipNBytes(left + padding);
        byte[] header = in.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
            return Optional.empty();
        }
        if (header[156] != '0' && header[156] != 0) {
            throw new IllegalStateException("the archive has an entry of the unknown kind " + (char) header[156]);
        }
        left = Long.parseLong(text(header, 124, 12).trim(), 8);
        padding = (BLOCK - left % BLOCK) % BLOCK;
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return Optional.of(prefix.isEmpty() ? name : prefix + "/" + name);
    }

    /** The content of the file that {@link #next} named; closing it is not needed. */
    InputStream content() {
        return new FilterInputStream(in) {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int read = in.read(bytes, offset, (int) Math.min(length, left));
                if (read < 0) {
                    throw new EOFException("the archive ends within a file");
                }
                left -= read;
                return read;
            }

            @Override
            public void close() {
                // The archive goes on after this file.
            }
        };
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}

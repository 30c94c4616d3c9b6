package dev.tollgate.packaging;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Compresses, the same on any machine: in Java. The JDK's own asks the zlib that it is linked with, and which that is
 * differs between Debian, macOS and vendors, as do the bytes that come of it. That takes its time, so what several
 * packages have is compressed once.
 */
public final class Deflation {

    /** Larger files are seldom in two packages. */
    private static final int SMALL = 64 << 10;

    private static final int MOST_KEPT = 8 << 20;

    private final Map<Content, byte[]> kept = new HashMap<>();
    private int bytesKept;

    /** A file, looked up by the checksum that its zip has anyway. */
    private static final class Content {

        private final byte[] bytes;
        private final int crc;

        Content(byte[] bytes, int crc) {
            this.bytes = bytes;
            this.crc = crc;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && crc == content.crc && Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return crc;
        }
    }

    /** {@code content}, of checksum {@code crc}, compressed; {@code content} itself where that is no shorter. */
    byte[] of(byte[] content, int crc) {
        Content asked = new Content(content, crc);
        byte[] before = kept.get(asked);
        if (before != null) {
            return before;
        }
        byte[] deflated = deflated(content);
        if (content.length <= SMALL && bytesKept + content.length <= MOST_KEPT) {
            kept.put(asked, deflated);
            bytesKept += content.length;
        }
        return deflated;
    }

    private static byte[] deflated(byte[] content) {
        byte[] room = new byte[content.length];
        try {
            Deflater deflater = new Deflater(JZlib.Z_DEFAULT_COMPRESSION, true);
            deflater.setInput(content);
            deflater.setOutput(room);
            int end = deflater.deflate(JZlib.Z_FINISH);
            return end == JZlib.Z_STREAM_END ? Arrays.copyOf(room, (int) deflater.getTotalOut()) : content;
        } catch (GZIPException e) {
            throw new IllegalStateException("the settings never change", e);
        }
    }
}

package dev.tollgate.packaging;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;

/**
 * Compresses, the same on any machine: in Java. The JDK's own asks the zlib that it is linked with, and which that is
 * differs between Debian, macOS and vendors, as do the bytes that come of it.
 */
final class Deflation {

    private Deflation() {}

    /** {@code content} compressed; {@code content} itself where that is no shorter. */
    static byte[] of(byte[] content) {
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

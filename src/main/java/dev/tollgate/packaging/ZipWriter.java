package dev.tollgate.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes a zip with Unix's rights in it, which the JDK's own cannot; every time in it is one and the same. The format
 * is that of <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>.
 */
final class ZipWriter {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;

    private static final short UNIX = 3 << 8;
    private static final short VERSION = 20;
    private static final short NAMES_ARE_UTF_8 = 1 << 11;
    private static final short STORED = 0;
    private static final short DEFLATED = 8;

    /** The first of January 1980, the earliest that a zip can write. */
    private static final short DATE = (1 << 5) | 1;

    private final OutputStream out;
    private final Deflation deflation;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long written;
    private int entries;

    ZipWriter(OutputStream out, Deflation deflation) {
        this.out = out;
        this.deflation = deflation;
    }

    void add(String name, Entry entry) throws IOException {
        byte[] content = content(entry);
        int crc = crc(content);
        byte[] deflated = deflation.of(content, crc);
        boolean smaller = deflated.length < content.length;
        byte[] body = smaller ? deflated : content;
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);

        byte[] about = littleEndian(26)
                .putShort(VERSION)
                .putShort(NAMES_ARE_UTF_8)
                .putShort(smaller ? DEFLATED : STORED)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(crc)
                .putInt(body.length)
                .putInt(content.length)
                .putShort((short) encoded.length)
                .putShort((short) 0)
                .array();
        byte[] place = littleEndian(14)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.mode() << 16)
                .putInt((int) written)
                .array();

        directory.writeBytes(littleEndian(6)
                .putInt(CENTRAL_HEADER)
                .putShort((short) (UNIX | VERSION))
                .array());
        directory.writeBytes(about);
        directory.writeBytes(place);
        directory.writeBytes(encoded);

        write(littleEndian(4).putInt(LOCAL_HEADER).array());
        write(about);
        write(encoded);
        write(body);
        entries++;
    }

    private static byte[] content(Entry entry) throws IOException {
        try (InputStream in = entry.open()) {
            return in.readAllBytes();
        }
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    /** Ends the zip, and tells how many bytes it has. */
    long finish() throws IOException {
        int start = (int) written;
        write(directory.toByteArray());
        write(littleEndian(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return written;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

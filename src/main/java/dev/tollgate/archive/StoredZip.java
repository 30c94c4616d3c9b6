package dev.tollgate.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose bytes depend on nothing but its content: one fixed time, stored uncompressed so that no zlib version
 * shows.
 */
public final class StoredZip implements AutoCloseable {

    /**
     * Not the first moment that a zip can hold: for that one the JDK writes a second time, which depends on the
     * machine's time zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Adds the file {@code name}. */
    public void add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** The whole zip; nothing can be added after it. */
    public byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

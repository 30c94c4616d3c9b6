package dev.tollgate.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a zip says of its entries in Unix's words, which the JDK reads past: who may execute a file, and what is a
 * symbolic link. The format is that of <a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>.
 */
public final class UnixModes {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;

    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int EXECUTABLE = 0100;

    private final Map<String, Integer> modes = new HashMap<>();

    private UnixModes() {}

    /** Those of {@code zip}, which the JDK has opened: its parts are where they should be. */
    public static UnixModes of(Path zip) throws IOException {
        UnixModes modes = new UnixModes();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int at = directory(bytes);
        while (at >= 0 && at + ENTRY_LENGTH <= bytes.limit() && bytes.getInt(at) == ENTRY) {
            at = modes.read(bytes, at);
        }
        return modes;
    }

    private static int directory(ByteBuffer bytes) {
        int last = bytes.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return bytes.getInt(at + 16);
            }
        }
        return -1;
    }

    /** Reads the entry at {@code at}, and tells where the next one begins. */
    private int read(ByteBuffer bytes, int at) {
        int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        int next = at
                + ENTRY_LENGTH
                + nameLength
                + Short.toUnsignedInt(bytes.getShort(at + 30))
                + Short.toUnsignedInt(bytes.getShort(at + 32));
        if (next > bytes.limit()) {
            return -1;
        }
        if (bytes.get(at + 5) == UNIX) {
            byte[] name = new byte[nameLength];
            bytes.get(at + ENTRY_LENGTH, name);
            modes.put(new String(name, StandardCharsets.UTF_8), bytes.getInt(at + 38) >>> 16);
        }
        return next;
    }

    /** The mode of the entry called {@code name}; 0 where the zip has none. */
    public int of(String name) {
        return modes.getOrDefault(name, 0);
    }

    /** Whether the entry called {@code name} is a symbolic link. */
    public boolean isLink(String name) {
        return (of(name) & TYPE) == LINK;
    }

    /** Whether its owner may execute the entry called {@code name}. */
    public boolean isExecutable(String name) {
        return (of(name) & EXECUTABLE) != 0;
    }
}

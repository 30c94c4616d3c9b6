package dev.tollgate.testing;

import dev.tollgate.archive.StoredZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a zip, in its order. */
public final class Zip {

    private Zip() {}

    /** The parts of {@code file} by name. */
    public static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** Writes {@code parts} into {@code file}. */
    public static void write(Path file, Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    /** The same, as Tollgate writes a zip: nothing shows that it was not Tollgate who wrote it. */
    public static void forge(Path file, Map<String, byte[]> parts) throws IOException {
        try (StoredZip zip = new StoredZip()) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.add(part.getKey(), part.getValue());
            }
            Files.write(file, zip.bytes());
        }
    }
}

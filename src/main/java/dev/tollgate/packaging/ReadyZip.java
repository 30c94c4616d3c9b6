package dev.tollgate.packaging;

import dev.tollgate.archive.UnixModes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads what a zip or jar holds that somebody else has made. */
final class ReadyZip {

    private ReadyZip() {}

    /** What is in {@code zip}, which the file calls {@code path}. */
    static PackageContents contents(Path zip, String path) throws IOException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        List<Unpackable> refused = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            UnixModes modes = UnixModes.of(zip);
            Enumeration<? extends ZipEntry> all = file.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                String name = entry.getName();
                if (leaves(name)) {
                    refused.add(new Unpackable(path, "holds `" + name + "`, which leads out of the package"));
                } else if (!entry.isDirectory()) {
                    entries.put(name, new Entry.Zipped(zip, name, modes.of(name), entry.getSize()));
                }
            }
        } catch (ZipException e) {
            refused.add(new Unpackable(path, "is not a zip or jar"));
        }
        return new PackageContents(entries, refused, Optional.of(zip));
    }

    private static boolean leaves(String name) {
        return name.startsWith("/") || List.of(name.split("/", -1)).contains("..");
    }
}

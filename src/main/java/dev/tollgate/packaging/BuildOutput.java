package dev.tollgate.packaging;

import dev.tollgate.archive.UnixModes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a build leaves behind, as its package is to hold it. */
final class BuildOutput {

    private BuildOutput() {}

    /** What {@code output} in {@code copy} comes to; empty when nothing is there. */
    static Optional<PackageContents> in(Path copy, String output) throws IOException {
        Path made = copy.resolve(output).normalize();
        if (Files.isDirectory(made)) {
            return Optional.of(PackageContents.of(copy, output));
        }
        if (!Files.isRegularFile(made)) {
            return Optional.empty();
        }
        Path real = made.toRealPath();
        if (!real.startsWith(copy.toRealPath())) {
            return Optional.of(refused(new Unpackable(output, "leads to `" + real + "`, outside of the copy")));
        }
        String name = String.valueOf(made.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.of(
                lower.endsWith(".zip") || lower.endsWith(".jar") ? unpacked(copy, real, output) : single(name, real));
    }

    /**
     * What is in {@code zip}, unpacked, to be packed here: tools write the time into zips, and an order of their own.
     */
    private static PackageContents unpacked(Path copy, Path zip, String output) throws IOException {
        List<Unpackable> refused = ReadyZip.contents(zip, output).refused();
        if (!refused.isEmpty()) {
            return refused(refused.get(0));
        }
        Path folder = Files.createTempDirectory(copy, "unpacked-");
        UnixModes modes = UnixModes.of(zip);
        SortedMap<Path, String> links = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.resolveSibling(""));
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    if (modes.isLink(entry.getName())) {
                        links.put(target, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } else {
                        Files.copy(in, target);
                        target.toFile().setExecutable(modes.isExecutable(entry.getName()));
                    }
                }
            }
        }
        // When every file is there, so that none is written through one.
        for (Map.Entry<Path, String> link : links.entrySet()) {
            Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
        }
        return PackageContents.of(copy, copy.relativize(folder).toString());
    }

    private static PackageContents single(String name, Path file) throws IOException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        entries.put(name, new Entry.File(file, Files.isExecutable(file), Files.size(file)));
        return new PackageContents(entries, List.of(), Optional.empty());
    }

    private static PackageContents refused(Unpackable why) {
        return new PackageContents(new TreeMap<>(), List.of(why), Optional.empty());
    }
}

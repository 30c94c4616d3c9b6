package dev.tollgate.gateway.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's zip, unpacked into a folder that is removed with it; what an earlier one left there goes first. */
public final class UnpackedFunction implements AutoCloseable {

    /** Lambda unpacks no more than this. */
    private static final long MAX_BYTES = 262_144_000;

    private final Path folder;

    private UnpackedFunction(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks {@code zip} below {@code folder}. {@code nodeModules} lie one level above the code, where Node.js finds
     * them: they stand in for the modules that Lambda's runtime brings.
     */
    public static UnpackedFunction of(Path zip, Path folder, Optional<Path> nodeModules) throws IOException {
        UnpackedFunction unpacked = new UnpackedFunction(folder.toAbsolutePath().normalize());
        unpacked.close();
        Files.createDirectories(unpacked.code());
        if (nodeModules.isPresent()) {
            Files.createSymbolicLink(
                    unpacked.folder.resolve("node_modules"), nodeModules.get().toRealPath());
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            unpacked.unpack(file);
        }
        return unpacked;
    }

    private void unpack(ZipFile file) throws IOException {
        long left = MAX_BYTES;
        Enumeration<? extends ZipEntry> entries = file.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            Path target = code().resolve(entry.getName()).normalize();
            if (!target.startsWith(code())) {
                throw new IOException("`" + entry.getName() + "` lies outside of the function");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.resolveSibling(""));
            try (InputStream content = file.getInputStream(entry)) {
                byte[] bytes = content.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("more than " + MAX_BYTES + " bytes");
                }
                Files.write(target, bytes);
            }
        }
    }

    /** The folder of the code. */
    public Path code() {
        return folder.resolve("code");
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}

package dev.tollgate.gateway.function;

import dev.tollgate.archive.UnixModes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function's zip and those of its layers, unpacked into a folder that is removed with it; what an earlier one left
 * there goes first.
 */
public final class UnpackedFunction implements AutoCloseable {

    /** Lambda unpacks no more than this. */
    private static final long MAX_BYTES = 262_144_000;

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path folder;
    private final boolean hasLayers;
    private long left = MAX_BYTES;

    private UnpackedFunction(Path folder, boolean hasLayers) {
        this.folder = folder;
        this.hasLayers = hasLayers;
    }

    /**
     * Unpacks {@code zip} and {@code layers}, of which later ones win, below {@code folder}. {@code nodeModules} lie
     * one level above the code, where Node.js finds them: they stand in for the modules that Lambda's runtime brings.
     */
    public static UnpackedFunction of(Path zip, List<Path> layers, Path folder, Optional<Path> nodeModules)
            throws IOException {
        UnpackedFunction unpacked = new UnpackedFunction(folder.toAbsolutePath().normalize(), !layers.isEmpty());
        // Its folders stay: a process that is debugged there may still be in them.
        unpacked.remove(path -> !path.equals(unpacked.folder) && !path.equals(unpacked.code()));
        Files.createDirectories(unpacked.code());
        if (nodeModules.isPresent()) {
            Files.createSymbolicLink(
                    unpacked.folder.resolve("node_modules"), nodeModules.get().toRealPath());
        }
        unpacked.unpack(zip, unpacked.code());
        for (Path layer : layers) {
            unpacked.unpack(layer, unpacked.opt());
        }
        return unpacked;
    }

    private void unpack(Path zip, Path root) throws IOException {
        Files.createDirectories(root);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            unpack(file, UnixModes.of(zip), root);
        }
    }

    private void unpack(ZipFile file, UnixModes modes, Path root) throws IOException {
        SortedMap<Path, String> links = new TreeMap<>();
        Enumeration<? extends ZipEntry> entries = file.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            Path target = place(entry.getName(), root);
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.resolveSibling(""));
            byte[] bytes = content(file, entry, left);
            left -= bytes.length;
            // A link of an earlier layer would lead to what is written elsewhere.
            Files.deleteIfExists(target);
            if (modes.isLink(entry.getName())) {
                links.put(target, new String(bytes, StandardCharsets.UTF_8));
            } else {
                Files.write(target, bytes);
                Files.setPosixFilePermissions(target, modes.isExecutable(entry.getName()) ? EXECUTABLE : READABLE);
            }
        }
        link(links, root);
    }

    private static byte[] content(ZipFile file, ZipEntry entry, long most) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            byte[] bytes = content.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw new IOException("more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        }
    }

    /** Where the entry called {@code name} goes. */
    private static Path place(String name, Path root) throws IOException {
        try {
            Path place = root.resolve(name).normalize();
            if (place.startsWith(root)) {
                return place;
            }
        } catch (InvalidPathException e) {
            throw new IOException("`" + name + "` is not a file's name", e);
        }
        throw new IOException("`" + name + "` lies outside of the function");
    }

    /** Makes links when every file is there, so that no file is written through one; none may lead out. */
    private static void link(SortedMap<Path, String> links, Path root) throws IOException {
        for (Map.Entry<Path, String> link : links.entrySet()) {
            Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
        }
        Path real = root.toRealPath();
        for (Path link : links.keySet()) {
            if (!Files.exists(link) || !link.toRealPath().startsWith(real)) {
                throw new IOException("the link `" + root.relativize(link) + "` leads out of the function");
            }
        }
    }

    /** The folder of the code. */
    public Path code() {
        return folder.resolve("code");
    }

    /** The folder of what its layers bring, where it has any. */
    public Optional<Path> layers() {
        return hasLayers ? Optional.of(opt()) : Optional.empty();
    }

    private Path opt() {
        return folder.resolve("opt");
    }

    @Override
    public void close() throws IOException {
        remove(path -> true);
    }

    private void remove(Predicate<Path> which) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(which).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}

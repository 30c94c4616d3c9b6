package dev.tollgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder outside of the project in which a build runs, removed with it. Outside, because npm, cargo and Maven look
 * into the folders above; of one name on every machine, because compilers write it into what they make.
 */
final class BuildFolder implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path folder;

    private BuildFolder(Path folder) {
        this.folder = folder;
    }

    /** A new one for the build called {@code name}; one that somebody has made already is left alone. */
    static BuildFolder named(String name) throws IOException {
        Path temp = Path.of("/tmp");
        try {
            return new BuildFolder(Files.createDirectory(temp.resolve("tollgate-build-" + name), OURS));
        } catch (FileAlreadyExistsException e) {
            return new BuildFolder(Files.createTempDirectory(temp, "tollgate-build-", OURS));
        }
    }

    /** Where the copy is. */
    Path copy() {
        return folder.resolve("copy");
    }

    /** What the command prints. */
    Path output() {
        return folder.resolve("output");
    }

    /** Copies {@code inputs}: links stay links, and who may execute a file still may. */
    void fill(PackageContents inputs) throws IOException {
        Files.createDirectories(copy());
        for (Map.Entry<String, Entry> input : inputs.entries().entrySet()) {
            Path target = copy().resolve(input.getKey());
            Files.createDirectories(target.resolveSibling(""));
            if (input.getValue() instanceof Entry.Link link) {
                Files.createSymbolicLink(target, Path.of(link.target()));
                continue;
            }
            try (InputStream in = input.getValue().open()) {
                Files.copy(in, target);
            }
            if (input.getValue() instanceof Entry.File file && file.executable()) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}

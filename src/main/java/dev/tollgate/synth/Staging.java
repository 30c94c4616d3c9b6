package dev.tollgate.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder beside the output, on the same disk, where everything is made before any of it is moved into place. */
final class Staging implements AutoCloseable {

    private static final String PREFIX = ".synth-";

    private final Path out;
    private final Path folder;
    private final FileChannel claim;
    private final Thread interrupted;

    private Staging(Path out, Path folder, FileChannel claim) {
        this.out = out;
        this.folder = folder;
        this.claim = claim;
        this.interrupted = new Thread(this::removeQuietly, "remove what was made aside");
    }

    /** A staging folder for {@code out}, gone when it is closed or when the process is told to end. */
    static Staging in(Path out) throws IOException {
        Leftovers.clear(out, PREFIX);
        Path folder = Files.createTempDirectory(out, PREFIX);
        Staging staging = new Staging(out, folder, Leftovers.claim(folder));
        Runtime.getRuntime().addShutdownHook(staging.interrupted);
        return staging;
    }

    Path folder() {
        return folder;
    }

    Path stackFolder(String environment) {
        return folder.resolve("stacks").resolve(environment);
    }

    /** The manifest of what was made. */
    Manifest manifest() throws IOException {
        return Manifest.in(folder).orElseThrow(() -> new IllegalStateException("CDKTF wrote no manifest"));
    }

    /** Moves what was made for {@code environments} into place; Terraform's own files there stay. */
    void publish(List<String> environments) throws IOException {
        for (String environment : environments) {
            OwnCopies.requireRoom(
                    stackFolder(environment), out.resolve("stacks").resolve(environment));
        }
        for (String environment : environments) {
            Path target = out.resolve("stacks").resolve(environment);
            Files.createDirectories(target.resolve(StackRecord.PACKAGES));
            publishPackages(
                    stackFolder(environment).resolve(StackRecord.PACKAGES), target.resolve(StackRecord.PACKAGES));
            move(stackFolder(environment).resolve(StackJson.FILE), target.resolve(StackJson.FILE));
            move(stackFolder(environment).resolve(SourceMap.FILE), target.resolve(SourceMap.FILE));
            OwnCopies.publish(stackFolder(environment), target);
        }
        publishManifest();
        for (String environment : environments) {
            publishRecord(stackFolder(environment), out.resolve("stacks").resolve(environment));
        }
    }

    /** Where a folder is in its way there is no record, and the next synth makes the stack again. */
    private static void publishRecord(Path made, Path target) throws IOException {
        Path record = target.resolve(StackRecord.FILE);
        if (!Files.isDirectory(record, LinkOption.NOFOLLOW_LINKS)) {
            move(made.resolve(StackRecord.FILE), record);
        }
    }

    private static void publishPackages(Path made, Path target) throws IOException {
        Set<String> current = new TreeSet<>();
        for (Path zip : files(made)) {
            current.add(zip.getFileName().toString());
            move(zip, target.resolve(zip.getFileName()));
        }
        for (Path zip : files(target)) {
            if (!current.contains(zip.getFileName().toString())) {
                Files.delete(zip);
            }
        }
        if (current.isEmpty()) {
            Files.deleteIfExists(target);
        }
    }

    /** With the stacks that an earlier synth left there. */
    private void publishManifest() throws IOException {
        Manifest manifest = manifest();
        Path merged = folder.resolve("manifest.merged.json");
        Files.writeString(
                merged,
                Manifest.in(out)
                        .map(earlier -> manifest.over(earlier, out))
                        .orElse(manifest)
                        .text());
        move(merged, out.resolve(Manifest.FILE));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has nothing left to remove.
        }
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        claim.close();
        Leftovers.remove(folder);
    }
}

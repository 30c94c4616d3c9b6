package dev.tollgate.synth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of processes that were killed before they could remove them. A living process holds a lock on a file in its
 * own, which ends with the process however that ends, and which processes in other containers see too.
 */
final class Leftovers {

    private static final String CLAIM = ".claim";

    /** A folder without a claim may be one that is being made; not for so long. */
    private static final Duration UNCLAIMED = Duration.ofMinutes(10);

    private Leftovers() {}

    /** Claims {@code folder} until the channel is closed. */
    static FileChannel claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(CLAIM), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    /** Removes the folders in {@code parent} whose names begin with {@code prefix} and which nobody claims. */
    static void clear(Path parent, String prefix) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(parent)) {
            folders = children.filter(child -> child.getFileName().toString().startsWith(prefix)
                            && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path folder : folders) {
            if (isLeft(folder)) {
                remove(folder);
            }
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(CLAIM), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            return isOld(folder);
        }
    }

    private static boolean isOld(Path folder) throws IOException {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(UNCLAIMED));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes {@code folder} with all that is in it; another process may be doing the same. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}

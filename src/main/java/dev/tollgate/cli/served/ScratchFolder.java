package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that goes with this process. What was killed cannot tidy up, so the next one does: the system lets go of a
 * killed process's lock, and a folder whose lock is free is nobody's.
 */
final class ScratchFolder implements AutoCloseable {

    private static final String NAME = "tollgate-serve-";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static ScratchFolder make() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static ScratchFolder in(Path temp) {
        try {
            left(temp).forEach(ScratchFolder::removeIfNobodys);
            Path path = Files.createTempDirectory(temp, NAME);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            return new ScratchFolder(path, channel);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT, "cannot create a temp folder: " + e.getMessage(), "check TMPDIR", e);
        }
    }

    /** Folders with a lock; one without may be in the making. */
    private static List<Path> left(Path temp) throws IOException {
        try (Stream<Path> folders = Files.list(temp)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(NAME))
                    .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .filter(folder -> Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS))
                    .filter(folder -> Files.isWritable(folder.resolve(LOCK)))
                    .toList();
        }
    }

    private static void removeIfNobodys(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            Optional<FileLock> free = Optional.ofNullable(channel.tryLock());
            if (free.isPresent()) {
                remove(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody's after all, or just being removed by somebody else.
            return;
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> files = Files.walk(folder)) {
            paths = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (lock) {
            remove(path);
        } catch (IOException e) {
            // In use by a process that is just ending: the next start removes it.
            return;
        }
    }
}

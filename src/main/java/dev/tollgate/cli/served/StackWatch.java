package dev.tollgate.cli.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks whether the files of a stack have changed since the last time, and are all written. */
final class StackWatch {

    private final Path folder;
    private long told;
    private long seen;

    StackWatch(Path folder) {
        this.folder = folder;
        this.told = state();
        this.seen = told;
    }

    /** Whether there is something new. What still changes is being written: the next look is early enough. */
    boolean isNew() {
        long now = state();
        boolean written = now == seen;
        seen = now;
        if (!written || now == told) {
            return false;
        }
        told = now;
        return true;
    }

    /** Another number whenever a file changes, comes or goes. */
    private long state() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum = sum * 31 + Files.getLastModifiedTime(file).toMillis() + Files.size(file) * 7 + file.hashCode();
            }
            return sum;
        } catch (IOException | UncheckedIOException e) {
            // Being replaced just now; the next look sees what came of it.
            return -1;
        }
    }
}

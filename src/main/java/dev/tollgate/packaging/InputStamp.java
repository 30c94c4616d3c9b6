package dev.tollgate.packaging;

import dev.tollgate.model.FunctionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether what a function's package is made of has changed, by names, sizes, rights and times: often enough to
 * follow somebody who edits.
 */
public final class InputStamp {

    private static final long PRIME = 1_099_511_628_211L;

    private final Path project;

    public InputStamp(Path project) {
        this.project = project;
    }

    /** Another number whenever something that goes into {@code code} changes; -1 where it cannot be read just now. */
    public long of(FunctionCode code) {
        if (code instanceof FunctionCode.Image) {
            return 0;
        }
        try {
            Path there = project.resolve(code.path());
            return Files.isDirectory(there) ? ofFolder(code) : ofFile(there);
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }

    private long ofFolder(FunctionCode code) throws IOException {
        PackageContents contents = code instanceof FunctionCode.Built
                ? SourceFolder.contents(project, code.path(), LeftOut.ofCleanCopies())
                : PackageContents.of(project, code.path());
        long stamp = contents.refused().hashCode();
        for (Map.Entry<String, Entry> entry : contents.entries().entrySet()) {
            stamp = stamp * PRIME + entry.getKey().hashCode();
            stamp = stamp * PRIME + entry.getValue().mode();
            if (entry.getValue() instanceof Entry.File file) {
                stamp = stamp * PRIME + ofFile(file.path());
            } else {
                stamp = stamp * PRIME + entry.getValue().hashCode();
            }
        }
        return stamp;
    }

    private static long ofFile(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS) * PRIME + Files.size(file);
    }
}

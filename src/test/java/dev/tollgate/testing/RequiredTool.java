package dev.tollgate.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program a test cannot do without. On a developer's machine its absence skips the test, and says so; where
 * {@code CI} is {@code true} it fails the test, so that nothing is skipped unseen.
 */
public final class RequiredTool {

    private RequiredTool() {}

    /** The program's path, looked up on {@code PATH}. */
    public static Path orSkip(String tool) {
        Optional<Path> found = Arrays.stream(path().split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("`" + tool + "` is not on PATH, and CI may not skip what needs it");
        }
        Assumptions.assumeTrue(found.isPresent(), "skipped: `" + tool + "` is not on PATH");
        return found.orElseThrow();
    }

    private static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }
}

package dev.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what is expected, rewritten only with {@code -Dgolden=true}, and then reviewed as code. */
public final class Golden {

    private Golden() {}

    /** Holds {@code actual} against the committed {@code file}. */
    public static void hold(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden")) {
                Path parent = file.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.writeString(file, actual);
            }
            assertThat(file).as("a golden file; `make golden` writes it").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

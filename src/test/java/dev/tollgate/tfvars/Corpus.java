package dev.tollgate.tfvars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hand-written cases, read from the sources so that their expected findings can be rewritten there. */
final class Corpus {

    static final Path ROOT = Path.of("src/test/resources/tfvars");

    private Corpus() {}

    /** The files of {@code valid}, {@code invalid} or {@code stricter}. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> !file.toString().endsWith(".findings"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parsed parse(Path file) {
        try {
            return TfvarsReader.parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

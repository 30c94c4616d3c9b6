package dev.tollgate.pipeline;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.beside.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What of a stack does not come from Tollgate: the Terraform that somebody put beside it. */
final class OwnResources {

    private OwnResources() {}

    /**
     * What own Terraform in {@code folder} declares or overrides, by address, each with its files. Read without
     * Node.js: a review says the same on every machine.
     */
    static SortedMap<String, String> in(Path folder) {
        SortedMap<String, String> own = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> beside = files.filter(file -> file.toString().matches(".*\\.tf(\\.json)?"))
                    .filter(file -> !StackFolder.keeps(file.getFileName().toString()))
                    .sorted()
                    .toList();
            for (Path file : beside) {
                for (String address : OwnTerraform.declared(file)) {
                    own.merge(address, file.getFileName().toString(), (one, other) -> one + ", " + other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }
}

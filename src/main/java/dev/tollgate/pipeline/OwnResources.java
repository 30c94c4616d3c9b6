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
     * What own Terraform in {@code folder} declares or overrides, by address, each with its files, which are named as
     * they are called where they come from. Read without Node.js: a review says the same on every machine.
     */
    static SortedMap<String, String> in(Path folder, OwnPlaces places) {
        SortedMap<String, String> own = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> beside = files.filter(file -> file.toString().matches(".*\\.tf(\\.json)?"))
                    .filter(file -> !StackFolder.keeps(file.getFileName().toString()))
                    .sorted()
                    .toList();
            for (Path file : beside) {
                String name = file.getFileName().toString();
                String source = places.source(name).orElse(name);
                for (String address : OwnTerraform.declared(file)) {
                    own.merge(address, source, (one, other) -> one + ", " + other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }
}

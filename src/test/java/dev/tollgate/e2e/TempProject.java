package dev.tollgate.e2e;

import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A project of its own under {@code target}, with the functions of this one. */
final class TempProject {

    /** Layers and packages, under the path that they have here. */
    private static final Path PACKED = Path.of("src", "test", "resources", "packed");

    private final Path folder;

    private TempProject(Path folder) {
        this.folder = folder;
    }

    /** A fresh project called {@code name}. */
    static TempProject named(String name) {
        Path folder = Path.of("target", "e2e", name);
        try {
            remove(folder);
            Files.createDirectories(folder.resolve("environments"));
            copy(Path.of("lambdas"), folder.resolve("lambdas"));
            copy(PACKED, folder.resolve(PACKED));
            return new TempProject(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the environment file {@code name} and returns where it is. */
    Path environment(String name, String text) {
        try {
            return Files.writeString(folder.resolve("environments").resolve(name + ".tfvars"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Synthesizes {@code names}, every environment if none is named, and returns the folder of stacks. */
    Path synthesized(String... names) {
        Synthesis.of(folder, folder.resolve("cdktf.out"), names);
        return folder.resolve("cdktf.out").resolve("stacks");
    }

    Path folder() {
        return folder;
    }

    /** What is in {@code file}. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.tollgate.synth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder beside the output, on the same disk, where everything is made before any of it is moved into place. */
final class Staging implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";

    private final Path out;
    private final Path folder;
    private final Thread interrupted;

    private Staging(Path out, Path folder) {
        this.out = out;
        this.folder = folder;
        this.interrupted = new Thread(this::removeQuietly, "remove what was made aside");
    }

    /** A staging folder for {@code out}, gone when it is closed or when the process is told to end. */
    static Staging in(Path out) throws IOException {
        Staging staging = new Staging(out, Files.createTempDirectory(out, ".synth-"));
        Runtime.getRuntime().addShutdownHook(staging.interrupted);
        return staging;
    }

    Path folder() {
        return folder;
    }

    Path stackFolder(String environment) {
        return folder.resolve("stacks").resolve(environment);
    }

    /** Moves what was made for {@code environments} into place; Terraform's own files there stay. */
    void publish(List<String> environments) throws IOException {
        for (String environment : environments) {
            Path target = out.resolve("stacks").resolve(environment);
            Files.createDirectories(target.resolve("functions"));
            publishPackages(stackFolder(environment).resolve("functions"), target.resolve("functions"));
            move(stackFolder(environment).resolve(StackJson.FILE), target.resolve(StackJson.FILE));
            move(stackFolder(environment).resolve(SourceMap.FILE), target.resolve(SourceMap.FILE));
        }
        publishManifest();
    }

    private static void publishPackages(Path made, Path target) throws IOException {
        Set<String> current = new TreeSet<>();
        for (Path zip : files(made)) {
            current.add(zip.getFileName().toString());
            move(zip, target.resolve(zip.getFileName()));
        }
        for (Path zip : files(target)) {
            if (!current.contains(zip.getFileName().toString())) {
                Files.delete(zip);
            }
        }
        if (current.isEmpty()) {
            Files.deleteIfExists(target);
        }
    }

    /** The manifest that the cdktf CLI reads, with the stacks that an earlier synth left there. */
    private void publishManifest() throws IOException {
        ObjectNode manifest =
                (ObjectNode) JSON.readTree(folder.resolve(MANIFEST).toFile());
        ObjectNode stacks = JsonNodeFactory.instance.objectNode();
        ObjectNode known = earlierStacks();
        known.setAll((ObjectNode) manifest.path("stacks"));
        for (String name :
                new TreeSet<>(known.properties().stream().map(e -> e.getKey()).collect(Collectors.toSet()))) {
            stacks.set(name, known.get(name));
        }
        manifest.set("stacks", stacks);
        Path made = folder.resolve("manifest.merged.json");
        Files.writeString(made, StackJson.text(manifest));
        move(made, out.resolve(MANIFEST));
    }

    private ObjectNode earlierStacks() throws IOException {
        ObjectNode earlier = JsonNodeFactory.instance.objectNode();
        Path file = out.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            return earlier;
        }
        for (var stack : JSON.readTree(file.toFile()).path("stacks").properties()) {
            JsonNode synthesized = stack.getValue().path("synthesizedStackPath");
            if (synthesized.isTextual() && Files.isRegularFile(out.resolve(synthesized.textValue()))) {
                earlier.set(stack.getKey(), stack.getValue());
            }
        }
        return earlier;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has nothing left to remove.
        }
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
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

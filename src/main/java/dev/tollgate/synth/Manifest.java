package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The manifest by which the cdktf CLI finds the stacks. */
final class Manifest {

    /** The file's name, in the output folder. */
    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STACKS = "stacks";

    private final ObjectNode tree;

    private Manifest(ObjectNode tree) {
        this.tree = tree;
    }

    /** The manifest in {@code folder}; empty when there is none, or nothing that can be one. */
    static Optional<Manifest> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode tree
                    ? Optional.of(new Manifest(tree))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The manifest in {@code folder}, where it is to the byte as Tollgate writes it. */
    static Optional<Manifest> asWritten(Path folder) throws IOException {
        Optional<Manifest> manifest = in(folder);
        if (manifest.isEmpty() || Files.isSymbolicLink(folder.resolve(FILE))) {
            return Optional.empty();
        }
        String text = Files.readString(folder.resolve(FILE));
        return manifest.filter(read -> read.text().equals(text));
    }

    /** All that it says but for the other stacks. */
    String about(String environment) {
        ObjectNode alone = tree.deepCopy();
        ObjectNode stacks = alone.putObject(STACKS);
        stacks.set(environment, tree.path(STACKS).path(environment));
        return StackJson.text(alone);
    }

    /** This manifest with those stacks of {@code earlier} that are still in {@code out}. */
    Manifest over(Manifest earlier, Path out) {
        Map<String, JsonNode> stacks = new TreeMap<>();
        earlier.tree.path(STACKS).properties().forEach(stack -> {
            JsonNode file = stack.getValue().path("synthesizedStackPath");
            if (file.isTextual() && Files.isRegularFile(out.resolve(file.textValue()))) {
                stacks.put(stack.getKey(), stack.getValue());
            }
        });
        tree.path(STACKS).properties().forEach(stack -> stacks.put(stack.getKey(), stack.getValue()));
        ObjectNode merged = tree.deepCopy();
        merged.set(STACKS, JsonNodeFactory.instance.objectNode().setAll(stacks));
        return new Manifest(merged);
    }

    /** The manifest as it is written. */
    String text() {
        return StackJson.text(tree);
    }
}

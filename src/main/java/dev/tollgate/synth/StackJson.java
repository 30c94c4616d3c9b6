package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.beside.StackFolder;
import dev.tollgate.model.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last steps between what CDKTF writes and what Tollgate promises, each a pass over one stack's JSON. */
final class StackJson {

    /** The file's name, in the stack's folder. */
    static final String FILE = StackFolder.CONFIGURATION;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = writer();

    private StackJson() {}

    /** Finishes the {@code made} stack of {@code environment} in {@code folder} and counts its resources. */
    static int finish(Path folder, Environment environment, EnvironmentStack made, Inputs inputs) throws IOException {
        Path file = folder.resolve(FILE);
        ObjectNode stack = (ObjectNode) JSON.readTree(file.toFile());
        leaveOutConstructPaths(stack);
        made.declare(stack);
        Versions.require(stack, environment);
        inputs.declare(stack, environment);
        Files.write(file, bytes(stack));
        SourceMap.write(folder, made.sources());
        return resources(stack);
    }

    private static int resources(JsonNode stack) {
        int resources = 0;
        for (JsonNode type : stack.path("resource")) {
            resources += type.size();
        }
        return resources;
    }

    /**
     * Construct paths say nothing to a reader of the JSON, nor does how CDKTF came by an attribute; the stack's own
     * entry names the CDKTF version and stays.
     */
    private static void leaveOutConstructPaths(ObjectNode stack) {
        for (String section : new String[] {"resource", "data"}) {
            stack.path(section).forEach(type -> type.forEach(resource -> ((ObjectNode) resource).remove("//")));
        }
        ((ObjectNode) stack.path("//").path("metadata")).remove("overrides");
    }

    /** {@code tree} as text that is the same on any machine. */
    static String text(JsonNode tree) {
        return new String(bytes(tree), StandardCharsets.UTF_8);
    }

    /**
     * The same as it is written to a file: with one character beyond Latin-1, Java keeps a text in twice the room,
     * which takes its time.
     */
    static byte[] bytes(JsonNode tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WRITER.writeValue(bytes, tree);
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree always has a text", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JSON.writer(printer).with(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }
}

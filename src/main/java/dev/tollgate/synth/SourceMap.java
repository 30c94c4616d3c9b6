package dev.tollgate.synth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.beside.StackFolder;
import dev.tollgate.finding.KeyPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * Which key of the environment file each resource comes from, written beside the emitted JSON for {@code check}, whose
 * findings then stand at that key. It holds keys and no lines, so that it stays true while the file is edited.
 */
final class SourceMap {

    /** The file's name, in the stack's folder. Terraform reads only {@code .tf} and {@code .tf.json}. */
    static final String FILE = StackFolder.SOURCES;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceMap() {}

    /** Writes {@code sources}, by address, into {@code folder}. */
    static void write(Path folder, SortedMap<String, KeyPath> sources) throws IOException {
        ObjectNode written = JSON.createObjectNode();
        sources.forEach((address, source) -> {
            ArrayNode key = written.putArray(address);
            source.parts().forEach(key::add);
        });
        Files.write(folder.resolve(FILE), StackJson.bytes(written));
    }
}

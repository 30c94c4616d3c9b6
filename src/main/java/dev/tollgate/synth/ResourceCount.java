package dev.tollgate.synth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Counts the resources of a stack that synth wrote earlier, without a tree of it: {@code check} needs nothing else of
 * one.
 */
final class ResourceCount {

    private ResourceCount() {}

    /** How many resources the stack in {@code file} has, which is as synth wrote it. */
    static int in(Path file) throws IOException {
        int resources = 0;
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean counts = parser.currentName().equals("resource");
                parser.nextToken();
                if (counts) {
                    resources = ofTypes(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return resources;
    }

    private static int ofTypes(JsonParser parser) throws IOException {
        int resources = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            for (; parser.nextToken() == JsonToken.FIELD_NAME; resources++) {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return resources;
    }
}

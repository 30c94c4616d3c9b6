package dev.tollgate.init.openapi;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.finding.UserError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a JSON or YAML document, strictly and within limits, because it can come from anywhere. */
final class DocumentReader {

    private static final int MAX_DEPTH = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;

    DocumentReader(String name) {
        this.name = name;
    }

    Tree read(byte[] bytes) {
        if (bytes.length > OpenApiImport.MAX_BYTES) {
            throw refused(
                    "is larger than " + OpenApiImport.MAX_BYTES / 1024 / 1024 + " MiB",
                    "remove everything but paths and security");
        }
        String text = text(bytes);
        // YAML takes nearly all JSON, but not where it is indented with tabs.
        Object value = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        if (!(value instanceof Map<?, ?>)) {
            throw refused(
                    "is not an OpenAPI document: it is not an object", "name a file that begins with `openapi: 3.…`");
        }
        return new Tree(value);
    }

    private String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("is not UTF-8", "save it as UTF-8");
        }
    }

    private Object json(String text) {
        try {
            return JSON.readValue(text, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw refused(
                    "is not valid JSON: "
                            + Optional.ofNullable(e.getLocation())
                                    .map(DocumentReader::place)
                                    .orElse("")
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    "fix the document");
        }
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private Object yaml(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(OpenApiImport.MAX_BYTES)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            requireShallow(text, settings);
            Object value = new Load(settings).loadFromString(text);
            return value == null ? "" : value;
        } catch (YamlEngineException e) {
            throw refused(
                    "is not valid YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), "fix the document");
        }
    }

    /** Reading a tree goes as deep as the tree; its events do not. */
    private void requireShallow(String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw refused("is nested more than " + MAX_DEPTH + " levels", "fix the document");
            }
        }
    }

    private UserError refused(String problem, String hint) {
        return new UserError(UserError.Exit.ENVIRONMENT, "`" + name + "` " + problem, hint);
    }
}

package dev.tollgate.terraform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads JSON strictly, keeping where each part stands. */
final class JsonReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(64_000_000)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;

    private JsonReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The one JSON value that {@code text} holds. */
    static JsonNode read(String file, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonReader(file, parser).read();
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            throw unreadable(file, "is not valid JSON: " + message, place(e.getLocation()), e);
        } catch (IOException e) {
            throw unreadable(file, "is not JSON", "", e);
        }
    }

    private JsonNode read() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw unreadable(file, "is empty", "", null);
            }
            JsonNode node = node();
            if (parser.nextToken() != null) {
                throw unreadable(file, "holds more than one JSON value", place(parser.currentTokenLocation()), null);
            }
            return node;
        } catch (StreamConstraintsException e) {
            String what = "is not Terraform JSON: a value is nested more than 200 levels deep, or too long";
            throw unreadable(file, what, place(parser.currentLocation()), e);
        }
    }

    private static String place(@org.jspecify.annotations.Nullable JsonLocation at) {
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    private static UserError unreadable(
            String file, String what, String place, @org.jspecify.annotations.Nullable Exception cause) {
        String hint = "give Terraform's JSON: a `.tf.json` file, or what `terraform show -json PLANFILE` prints";
        String message = "`" + file + place + "` " + what;
        return cause == null
                ? new UserError(UserError.Exit.ENVIRONMENT, message, hint)
                : new UserError(UserError.Exit.ENVIRONMENT, message, hint, cause);
    }

    private JsonNode node() throws IOException {
        Location location = location();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                Location key = location();
                parser.nextToken();
                members.put(name, at(key, node()));
            }
            return new JsonNode.Members(members, location);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node());
            }
            return new JsonNode.Items(items, location);
        }
        return new JsonNode.Leaf(scalar(token), location);
    }

    /** A member stands where its key does. */
    private static JsonNode at(Location key, JsonNode node) {
        if (node instanceof JsonNode.Members members) {
            return new JsonNode.Members(members.members(), key);
        }
        if (node instanceof JsonNode.Items items) {
            return new JsonNode.Items(items.items(), key);
        }
        return new JsonNode.Leaf(((JsonNode.Leaf) node).value(), key);
    }

    private Value scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> Value.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.scalar(parser.getDecimalValue());
            case VALUE_TRUE -> Value.scalar(true);
            case VALUE_FALSE -> Value.scalar(false);
            default -> Value.absent();
        };
    }

    private Location location() {
        JsonLocation at = parser.currentTokenLocation();
        return new Location(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}

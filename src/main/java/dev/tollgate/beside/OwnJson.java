package dev.tollgate.beside;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tollgate.finding.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what blocks and arguments a text in Terraform's JSON syntax has, and where.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */
final class OwnJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** How many labels a block has, by its type; one without has none. */
    private static final Map<String, Integer> LABELS = Map.of(
            "resource",
            2,
            "data",
            2,
            "ephemeral",
            2,
            "module",
            1,
            "variable",
            1,
            "output",
            1,
            "provider",
            1,
            "check",
            1);

    private final String file;
    private final String text;
    private final JsonParser parser;

    private OwnJson(String file, String text, JsonParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
    }

    /** The body of {@code file}, which holds {@code text}. */
    static OwnBody read(String file, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            OwnJson reader = new OwnJson(file, text, parser);
            return parser.nextToken() == null
                    ? new OwnBody(List.of(), List.of(), Optional.empty())
                    : reader.blocks(reader.node());
        } catch (JsonProcessingException e) {
            Location at = e.getLocation() == null
                    ? Location.startOf(file)
                    : new Location(
                            file,
                            Math.max(1, e.getLocation().getLineNr()),
                            Math.max(1, e.getLocation().getColumnNr()));
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            return new OwnBody(
                    List.of(), List.of(), Optional.of(new OwnBody.Broken(at, "this is not JSON: " + message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A property, or an item of an array that has no name. */
    private record Node(String name, Location location, boolean isArray, List<Node> children, String text) {

        /** The objects in it: itself, or the items of an array. */
        List<Node> objects() {
            return isArray ? children : List.of(this);
        }
    }

    private Node node() throws IOException {
        return node("", location(parser.currentTokenLocation()));
    }

    private Node node(String name, Location location) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        JsonToken token = parser.currentToken();
        List<Node> children = new ArrayList<>();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String child = parser.currentName();
                Location at = location(parser.currentTokenLocation());
                parser.nextToken();
                children.add(node(child, at));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                children.add(node());
            }
        } else {
            parser.getText();
        }
        int end = Math.min((int) parser.currentLocation().getCharOffset(), text.length());
        return new Node(
                name, location, token == JsonToken.START_ARRAY, children, text.substring(Math.min(start, end), end));
    }

    private OwnBody blocks(Node top) {
        List<OwnBlock> blocks = new ArrayList<>();
        for (Node root : top.objects()) {
            for (Node type : root.children()) {
                if (!type.name().equals("//")) {
                    labelled(type.name(), type, LABELS.getOrDefault(type.name(), 0), List.of(), blocks);
                }
            }
        }
        return new OwnBody(List.of(), blocks, Optional.empty());
    }

    private static void labelled(String type, Node at, int missing, List<String> labels, List<OwnBlock> blocks) {
        for (Node object : at.objects()) {
            if (missing == 0) {
                Location location = at.isArray() ? object.location() : at.location();
                blocks.add(new OwnBlock(type, labels, location, body(object), object.text()));
                continue;
            }
            for (Node label : object.children()) {
                List<String> more = new ArrayList<>(labels);
                more.add(label.name());
                labelled(type, label, missing - 1, more, blocks);
            }
        }
    }

    /** JSON does not say which of its objects are blocks: each is taken for both. */
    private static OwnBody body(Node object) {
        List<OwnAttribute> attributes = new ArrayList<>();
        List<OwnBlock> blocks = new ArrayList<>();
        for (Node property : object.children()) {
            attributes.add(new OwnAttribute(property.name(), property.location(), property.text()));
            if (!property.children().isEmpty()) {
                for (Node inner : property.objects()) {
                    blocks.add(new OwnBlock(property.name(), List.of(), property.location(), body(inner), ""));
                }
            }
        }
        return new OwnBody(attributes, blocks, Optional.empty());
    }

    private Location location(JsonLocation at) {
        return new Location(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}

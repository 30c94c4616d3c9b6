package dev.tollgate.tfvars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads JSON. A first pass over the tokens finds the one mistake in its syntax, if there is one; only then is the tree
 * built, so that the recursion is bounded and never meets a surprise.
 */
final class TfvarsJsonReader {

    private static final String COMMENT_KEY = "//";

    // Our own limits have messages of ours; Jackson's would come first.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final SourceText source;
    private final Lines lines;
    private final List<Finding> findings = new ArrayList<>();

    TfvarsJsonReader(SourceText source) {
        this.source = source;
        this.lines = new Lines(source);
    }

    Parsed read() {
        try {
            Optional<Finding> mistake = syntaxMistake();
            if (mistake.isPresent()) {
                return new Parsed(emptyFile(), List.of(mistake.get()));
            }
            JsonParser parser = parser();
            parser.nextToken();
            TfvarsValue.Entries entries = new TfvarsValue.Entries(Location.startOf(source.file()), entries(parser, ""));
            return new Parsed(entries, findings.stream().sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TfvarsValue.Entries emptyFile() {
        return new TfvarsValue.Entries(Location.startOf(source.file()), List.of());
    }

    private JsonParser parser() throws IOException {
        return FACTORY.createParser(source.text().toCharArray());
    }

    private Optional<Finding> syntaxMistake() throws IOException {
        OptionalInt badByte = source.firstBadByte();
        if (badByte.isPresent()) {
            return Optional.of(WrongCharacter.badByte("file", lines.at(badByte.getAsInt())));
        }
        JsonMistake mistake = new JsonMistake(source, lines);
        if (source.hasByteOrderMark()) {
            return Optional.of(mistake.byteOrderMark());
        }
        JsonParser parser = parser();
        try {
            return firstMistake(parser, mistake);
        } catch (JsonProcessingException e) {
            return Optional.of(mistake.of(e));
        }
    }

    private static Optional<Finding> firstMistake(JsonParser parser, JsonMistake mistake) throws IOException {
        JsonToken root = parser.nextToken();
        if (root != JsonToken.START_OBJECT) {
            return Optional.of(mistake.root(root));
        }
        boolean closed = false;
        while (parser.nextToken() != null) {
            if (closed) {
                return Optional.of(mistake.trailing(parser));
            }
            if (parser.getParsingContext().getNestingDepth() > SignificantTokens.DEEPEST) {
                return Optional.of(mistake.tooDeep(parser));
            }
            closed = parser.getParsingContext().inRoot();
            // Reads the token to its end: Jackson puts off what is wrong in a string or a number.
            parser.getText();
        }
        return Optional.empty();
    }

    private List<TfvarsValue.Entry> entries(JsonParser parser, String path) throws IOException {
        UniqueKeys entries = new UniqueKeys(path, findings);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location location = location(parser);
            // Terraform normalizes the keys of objects, but not those of the file, and takes "//" there as a comment.
            boolean top = path.isEmpty();
            String key = top ? parser.getText() : text(parser, path);
            parser.nextToken();
            TfvarsValue value = value(parser, UniqueKeys.path(path, key));
            if (top && key.equals(COMMENT_KEY)) {
                continue;
            }
            TfvarsValue.Entry entry = new TfvarsValue.Entry(location, key, value);
            if (top && JsonVariable.isDeclared(entry)) {
                findings.add(JsonVariable.mistake(location));
            }
            entries.add(entry);
        }
        return entries.entries();
    }

    private TfvarsValue value(JsonParser parser, String path) throws IOException {
        Location location = location(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> new TfvarsValue.Entries(location, entries(parser, path));
            case START_ARRAY -> new TfvarsValue.Items(location, items(parser, path));
            case VALUE_STRING -> new TfvarsValue.Text(location, text(parser, path));
            case VALUE_TRUE -> new TfvarsValue.Bool(location, true);
            case VALUE_FALSE -> new TfvarsValue.Bool(location, false);
            case VALUE_NULL -> new TfvarsValue.Null(location);
            default -> number(parser.getText(), path, location);
        };
    }

    private List<TfvarsValue> items(JsonParser parser, String path) throws IOException {
        List<TfvarsValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private String text(JsonParser parser, String path) throws IOException {
        String text = parser.getText();
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            findings.add(WrongCharacter.halfPair(path, location(parser)));
        }
        return StringReader.normalize(text);
    }

    private TfvarsValue number(String text, String path, Location location) {
        Optional<TfvarsValue> number = Numbers.parse(text).map(parsed -> new TfvarsValue.Num(location, parsed));
        if (number.isEmpty()) {
            findings.add(Numbers.mistake(text, path, location));
        }
        return number.orElseGet(() -> new TfvarsValue.Null(location));
    }

    private Location location(JsonParser parser) {
        return lines.at((int) parser.currentTokenLocation().getCharOffset());
    }
}

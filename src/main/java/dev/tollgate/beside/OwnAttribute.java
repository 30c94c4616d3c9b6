package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument in a block.
 *
 * @param text its expression as it is written, without comments
 */
public record OwnAttribute(String name, Location location, String text) {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\$%]|\\\\[\"\\\\]|[$%](?!\\{))*)\"");

    /** The text that it is, where that is written out. */
    public Optional<String> literal() {
        Matcher matcher = LITERAL.matcher(text);
        return matcher.matches()
                ? Optional.of(matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\"))
                : Optional.empty();
    }
}

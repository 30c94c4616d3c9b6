package dev.tollgate.init;

import dev.tollgate.schema.Literal;
import java.util.List;
import java.util.Map;

/** Lines of an environment file, indented and aligned as {@code terraform fmt} does. */
final class Paragraphs {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** A blank line, and a comment on what follows. */
    Paragraphs paragraph(String comment) {
        text.append('\n');
        return comment(comment);
    }

    Paragraphs comment(String comment) {
        return line("# " + Literal.comment(comment));
    }

    /** {@code key = {…}}; {@code {}} when there is nothing in it. */
    Paragraphs block(String key, Map<String, String> attributes) {
        return attributes.isEmpty()
                ? line(key + " = {}")
                : open(key).assignments(attributes).close();
    }

    Paragraphs open(String key) {
        line(key + " = {");
        depth++;
        return this;
    }

    Paragraphs close() {
        depth--;
        return line("}");
    }

    /** Assignments one below the other, their {@code =} in one column. */
    Paragraphs assignments(Map<String, String> assignments) {
        int width =
                assignments.keySet().stream().mapToInt(Paragraphs::width).max().orElse(0);
        assignments.forEach((key, value) -> line(key + " ".repeat(width - width(key)) + " = " + value));
        return this;
    }

    /** {@code key = [} and an item a line. */
    Paragraphs list(String key, List<String> items) {
        line(key + " = [");
        depth++;
        items.forEach(this::line);
        depth--;
        return line("]");
    }

    private static int width(String key) {
        return key.codePointCount(0, key.length());
    }

    private Paragraphs line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

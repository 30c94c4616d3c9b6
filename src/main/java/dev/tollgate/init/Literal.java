package dev.tollgate.init;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text as a literal of an environment file, whatever is in it. */
final class Literal {

    private Literal() {}

    /** {@code text} in quotes: nothing in it ends the string, begins a template or steers a terminal. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                literal.append("\\n");
            } else if (isShown(c)) {
                literal.appendCodePoint(c);
            } else {
                literal.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return literal.append('"').toString().replace("${", "$${").replace("%{", "%%{");
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code text} as a key of a map: bare where that is possible. */
    static String key(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_-]*") ? text : of(text);
    }

    /** {@code text} for a comment: on one line, without what steers a terminal. */
    static String comment(String text) {
        return text.codePoints()
                .mapToObj(c -> isShown(c) ? Character.toString(c) : " ")
                .collect(Collectors.joining())
                .strip();
    }

    private static boolean isShown(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }
}

package dev.tollgate.schema;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain data as a literal of an environment file, whatever is in it. */
public final class Literal {

    private Literal() {}

    /** {@code value}, a String, BigDecimal, Boolean, List or Map of these, on one line. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "{}"
                    : map.entrySet().stream()
                            .map(entry -> key((String) entry.getKey()) + " = " + of(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** {@code [ … ]} of the literals of {@code items}. */
    public static String list(Collection<?> items) {
        return items.stream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code text} as a key of a map: bare where that is possible. */
    public static String key(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_-]*") ? text : text(text);
    }

    /** {@code text} in quotes: nothing in it ends the string, begins a template or steers a terminal. */
    private static String text(String text) {
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

    /** {@code text} for a comment: on one line, without what steers a terminal. */
    public static String comment(String text) {
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

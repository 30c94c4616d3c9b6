package dev.tollgate.graph.draw;

import dev.tollgate.finding.Printable;
import java.util.Locale;

/** Text and numbers as XML and HTML take them. */
final class Markup {

    private Markup() {}

    /** {@code text} for content and for attributes in double quotes; what XML has no way to write is written out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isXml(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    /** Noncharacters are none of XML's. */
    private static boolean isXml(int c) {
        return c < 0xfdd0 || (c > 0xfdef && (c & 0xfffe) != 0xfffe);
    }

    /** With one digit after the point, and none where it is zero. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value + 0.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}

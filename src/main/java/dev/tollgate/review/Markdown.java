package dev.tollgate.review;

import dev.tollgate.finding.Printable;

/**
 * Text put into GitHub's Markdown so that it stays text: no markup, no link, no mention, no reference to an issue,
 * whatever a name holds.
 */
final class Markdown {

    private static final String MEANT = "\\`*_{}[]<>()#+-.!|~&\"'$^=:/@";

    private Markdown() {}

    /** {@code text} as it is, the values in backticks as code. */
    static String text(String text) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String part : Printable.of(text).split("`", -1)) {
            out.append(code ? "<code>" : "").append(escaped(part)).append(code ? "</code>" : "");
            code = !code;
        }
        return out.toString();
    }

    /** {@code text} as code. */
    static String code(String text) {
        return "<code>" + escaped(Printable.of(text)) + "</code>";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '@' || c == '#' || c == ':') {
                // After the Markdown is rendered, GitHub looks for mentions, issues and addresses in its text.
                out.append("&#").append(c).append(";&#8203;");
            } else if (MEANT.indexOf(c) >= 0 && c != '.' && c != '-' && c != '/' && c != '_') {
                out.append("&#").append(c).append(';');
            } else if (c == '_') {
                out.append("&#95;");
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}

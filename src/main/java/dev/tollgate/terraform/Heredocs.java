package dev.tollgate.terraform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Heredocs inside expressions, {@code <<EOF}, as the quoted strings that they stand for. */
final class Heredocs {

    private static final Pattern HEREDOC = Pattern.compile(
            "<<(-?)([A-Za-z_][A-Za-z0-9_-]*+)[ \\t\\r]*+\\n(.*?\\n)??[ \\t]*+\\2(?![A-Za-z0-9_-])", Pattern.DOTALL);

    /** Looking for an end that is not there takes as long as what is left, for each beginning. */
    private static final int LARGEST = 100_000;

    private Heredocs() {}

    /** {@code text} with each of them quoted. */
    static String quoted(String text) {
        if (!text.contains("<<") || text.length() > LARGEST) {
            return text;
        }
        return HEREDOC.matcher(text).replaceAll(heredoc -> {
            String body = heredoc.group(3) == null ? "" : heredoc.group(3);
            String plain = heredoc.group(1).isEmpty() ? body : outdented(body);
            return Matcher.quoteReplacement('"' + escaped(plain) + '"');
        });
    }

    private static String outdented(String body) {
        List<String> lines = body.lines().toList();
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder plain = new StringBuilder();
        lines.forEach(line ->
                plain.append(line.substring(Math.min(indent, line.length()))).append('\n'));
        return plain.toString();
    }

    /** What is in {@code ${}} stays as it is. */
    private static String escaped(String body) {
        StringBuilder escaped = new StringBuilder();
        int open = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean opens = (c == '$' || c == '%') && i + 1 < body.length() && body.charAt(i + 1) == '{';
            if (open == 0 && opens && (i == 0 || body.charAt(i - 1) != c)) {
                escaped.append(c).append('{');
                open = 1;
                i++;
            } else if (open > 0) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                escaped.append(c);
            } else {
                escaped.append(
                        c == '\n'
                                ? "\\n"
                                : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '"' || c == '\\' ? "\\" + c : c);
            }
        }
        return escaped.toString();
    }
}

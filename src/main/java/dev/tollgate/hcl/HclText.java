package dev.tollgate.hcl;

import dev.tollgate.finding.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Text in Terraform's own language, and where what begins at a place in it ends: comments, strings, heredocs, names.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
public final class HclText {

    private final String file;
    private final String text;
    private final int[] lines;
    /** The last place that was asked for, and its column: a line may be long. */
    private int located;

    private int column = 1;

    /** {@code text} of what locations call {@code file}. */
    public HclText(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = lines(this.text);
    }

    private static int[] lines(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            starts.add(end + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    public Location location(int index) {
        int found = Arrays.binarySearch(lines, index);
        int line = found >= 0 ? found : -found - 2;
        int from = located >= lines[line] && located <= index ? located : lines[line];
        column = (from == located ? column : 1) + text.codePointCount(from, Math.min(index, text.length()));
        located = index;
        return new Location(file, line + 1, column);
    }

    public int length() {
        return text.length();
    }

    public boolean ends(int at) {
        return at >= text.length();
    }

    public boolean is(int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }

    boolean isOneOf(int at, String characters) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    public String between(int start, int end) {
        return text.substring(start, Math.min(end, text.length()));
    }

    public boolean startsName(int at) {
        return at < text.length()
                && (text.charAt(at) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(at)));
    }

    public int afterName(int at) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (c != '-' && (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c))) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Past spaces and comments on this line; not past its end. */
    public int afterSpaces(int at) {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == ' ' || c == '\t' || c == '\r') {
                end++;
            } else if (text.startsWith("/*", end) && !isUnclosedComment(end)) {
                end = afterComment(end);
            } else {
                return end;
            }
        }
        return end;
    }

    /** Past spaces, ends of lines and comments, up to a comment that is never closed. */
    public int afterBlanks(int at) {
        int end = at;
        while (end < text.length()) {
            if (Character.isWhitespace(text.charAt(end))) {
                end++;
            } else if (isComment(end) && !isUnclosedComment(end)) {
                end = afterComment(end);
            } else {
                return end;
            }
        }
        return end;
    }

    public boolean isComment(int at) {
        return is(at, '#') || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    public boolean isUnclosedComment(int at) {
        return text.startsWith("/*", at) && text.indexOf("*/", at + 2) < 0;
    }

    /** The end of a line ends a comment and is not part of it. */
    public int afterComment(int at) {
        boolean block = text.startsWith("/*", at);
        int end = block ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
        return end < 0 ? text.length() : end + (block ? 2 : 0);
    }

    /** Past the string that begins here, templates in it included; a line's end ends one that nobody closed. */
    public int afterQuoted(int at) {
        Deque<Character> open = new ArrayDeque<>();
        int end = at;
        do {
            char c = text.charAt(end);
            boolean inString = !open.isEmpty() && open.peek() == '"';
            if (inString && c == '\n') {
                return end;
            }
            if (inString && c == '\\') {
                end += 2;
            } else if (inString && isEscapedTemplate(end)) {
                end += 3;
            } else if (inString && isTemplate(end)) {
                open.push('{');
                end += 2;
            } else {
                if (inString ? c == '"' : c == '}') {
                    open.pop();
                } else if (c == '"' || (c == '{' && !inString)) {
                    open.push(c);
                }
                end++;
            }
        } while (!open.isEmpty() && end < text.length());
        return Math.min(end, text.length());
    }

    boolean isTemplate(int at) {
        return text.startsWith("${", at) || text.startsWith("%{", at);
    }

    boolean isEscapedTemplate(int at) {
        return text.startsWith("$${", at) || text.startsWith("%%{", at);
    }

    /** Past the bracket that closes the one that begins here, whatever is between them. */
    public int afterBracketed(int at) {
        int depth = 0;
        int end = at;
        while (end < text.length()) {
            if (isComment(end)) {
                end = afterComment(end);
            } else if (is(end, '"')) {
                end = afterQuoted(end);
            } else {
                depth += is(end, '{') ? 1 : is(end, '}') ? -1 : 0;
                end++;
                if (depth == 0) {
                    return end;
                }
            }
        }
        return end;
    }

    public boolean isHeredoc(int at) {
        int marker = at + (text.startsWith("<<-", at) ? 3 : 2);
        if (!text.startsWith("<<", at) || !startsName(marker)) {
            return false;
        }
        int end = afterName(marker);
        return is(end, '\n') || (is(end, '\r') && is(end + 1, '\n'));
    }

    /** The end of the line with the marker; negative where there is none. */
    public int afterHeredoc(int at) {
        int start = at + (text.startsWith("<<-", at) ? 3 : 2);
        int nameEnd = afterName(start);
        String marker = text.substring(start, nameEnd);
        int line = text.indexOf('\n', nameEnd) + 1;
        while (line > 0 && line < text.length()) {
            int end = text.indexOf('\n', line);
            String content = text.substring(line, end < 0 ? text.length() : end);
            if (content.strip().equals(marker)) {
                return end < 0 ? text.length() : end;
            }
            line = end + 1;
        }
        return -1;
    }

    /** What is between, without comments and with one space for many: what it says, not how it is laid out. */
    public String squeezed(int start, int end) {
        StringBuilder squeezed = new StringBuilder();
        int from = start;
        while (from < end) {
            int to = afterBlanks(from);
            if (isUnclosedComment(to)) {
                return squeezed.toString();
            }
            if (to > from) {
                squeezed.append(' ');
            } else {
                to = isHeredoc(from) ? afterHeredoc(from) : is(from, '"') ? afterQuoted(from) : from + 1;
                to = to < 0 ? end : to;
                squeezed.append(text, from, Math.min(to, end));
            }
            from = to;
        }
        return squeezed.toString();
    }
}

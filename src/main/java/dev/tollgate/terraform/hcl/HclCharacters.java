package dev.tollgate.terraform.hcl;

import dev.tollgate.finding.Location;
import dev.tollgate.finding.UserError;

/** HCL's characters one after another, and the steps over what is no structure: spaces, comments, strings, heredocs. */
final class HclCharacters {

    /** No tree is as deep; the parser and this one recurse. */
    private static final int DEEPEST = 200;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    HclCharacters(String file, String text) {
        this.file = file;
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character that comes next; 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    void skip() {
        if (isAtEnd()) {
            return;
        }
        if (peek() == '\n') {
            line++;
            lineStart = at + 1;
        }
        at++;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            skip();
        }
    }

    Location here() {
        return new Location(file, line, text.codePointCount(lineStart, at) + 1);
    }

    /** Goes one deeper, as far as there is a stack for. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    here() + ": more than " + DEEPEST + " levels of brackets",
                    "write it with fewer");
        }
    }

    void leave() {
        depth--;
    }

    /** Over spaces and comments, and line breaks where {@code lines} says so. */
    void blank(boolean lines) {
        while (!isAtEnd()) {
            char c = peek();
            if (c == '#' || (c == '/' && peek(1) == '/')) {
                line();
            } else if (c == '/' && peek(1) == '*') {
                comment();
            } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                skip();
            } else {
                return;
            }
        }
    }

    /** To the end of the line. */
    private void line() {
        while (!isAtEnd() && peek() != '\n') {
            skip();
        }
    }

    private void comment() {
        skip(2);
        while (!isAtEnd() && !(peek() == '*' && peek(1) == '/')) {
            skip();
        }
        skip(2);
    }

    boolean isAtName() {
        return Character.isUnicodeIdentifierStart(peek()) || peek() == '_';
    }

    String name() {
        int start = at;
        while (!isAtEnd() && (Character.isUnicodeIdentifierPart(peek()) || peek() == '-')) {
            skip();
        }
        return text.substring(start, at);
    }

    /** A string's text between its quotes, as it is written. */
    String string() {
        skip();
        int start = at;
        while (!isAtEnd() && peek() != '"' && peek() != '\n') {
            if (peek() == '\\') {
                skip(2);
            } else if (isTemplate()) {
                template();
            } else {
                skip(isEscaped() ? 3 : 1);
            }
        }
        String inside = text.substring(start, at);
        if (peek() == '"') {
            skip();
        }
        return inside;
    }

    private boolean isTemplate() {
        return (peek() == '$' || peek() == '%') && peek(1) == '{';
    }

    private boolean isEscaped() {
        return (peek() == '$' || peek() == '%') && peek(1) == peek() && peek(2) == '{';
    }

    private void template() {
        skip(2);
        brackets('}');
    }

    /** Over what is between brackets, the closing one too. */
    void brackets(char close) {
        enter();
        while (!isAtEnd() && peek() != close) {
            part();
        }
        skip();
        leave();
    }

    /** Over one part of an expression. */
    void part() {
        char c = peek();
        if (c == '"') {
            string();
        } else if (c == '(') {
            skip();
            brackets(')');
        } else if (c == '[') {
            skip();
            brackets(']');
        } else if (c == '{') {
            skip();
            brackets('}');
        } else if (isHeredoc()) {
            heredoc();
        } else if (c == '#' || (c == '/' && (peek(1) == '/' || peek(1) == '*'))) {
            blank(false);
        } else {
            skip();
        }
    }

    private boolean isHeredoc() {
        if (peek() != '<' || peek(1) != '<') {
            return false;
        }
        char first = peek(peek(2) == '-' ? 3 : 2);
        return Character.isUnicodeIdentifierStart(first) || first == '_';
    }

    private void heredoc() {
        skip(peek(2) == '-' ? 3 : 2);
        String end = name();
        line();
        while (!isAtEnd()) {
            skip();
            int start = at;
            line();
            if (text.substring(start, at).strip().equals(end)) {
                return;
            }
        }
    }
}

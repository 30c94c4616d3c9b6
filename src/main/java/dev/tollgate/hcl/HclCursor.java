package dev.tollgate.hcl;

import dev.tollgate.finding.Location;
import dev.tollgate.finding.UserError;

/** A place in a text that goes forward only, over what is no structure, and no deeper than there is a stack for. */
final class HclCursor {

    /** No tree is as deep; the parser and this one recurse. */
    private static final int DEEPEST = 200;

    private final HclText text;
    private int at;
    private int depth;

    HclCursor(HclText text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return text.ends(at);
    }

    boolean is(char c) {
        return text.is(at, c);
    }

    /** Whether one of {@code characters} comes next. */
    boolean isOneOf(String characters) {
        return text.isOneOf(at, characters);
    }

    /** Whether what comes next gives a value to a name: {@code =}, and not {@code ==}. */
    boolean isAssignment() {
        return is('=') && !text.is(at + 1, '=');
    }

    boolean isName() {
        return text.startsName(at);
    }

    void skip() {
        at = Math.min(at + 1, text.length());
    }

    Location here() {
        return text.location(at);
    }

    /** Goes one deeper. */
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

    /** Over spaces and comments on this line. */
    void blanks() {
        at = text.afterSpaces(at);
        while (text.isComment(at) && !text.isUnclosedComment(at)) {
            at = text.afterSpaces(text.afterComment(at));
        }
    }

    /** Over spaces and comments, on as many lines as there are. */
    void blankLines() {
        at = text.afterBlanks(at);
    }

    String name() {
        int start = at;
        at = text.afterName(at);
        return text.between(start, at);
    }

    /** A string's text between its quotes, as it is written; a line's end ends one that nobody closed. */
    String string() {
        skip();
        int start = at;
        while (!isAtEnd() && !isOneOf("\"\n")) {
            if (is('\\')) {
                skip();
                skip();
            } else if (text.isTemplate(at)) {
                skip();
                skip();
                brackets('}');
            } else {
                at = Math.min(at + (text.isEscapedTemplate(at) ? 3 : 1), text.length());
            }
        }
        String inside = text.between(start, at);
        if (is('"')) {
            skip();
        }
        return inside;
    }

    private void brackets(char close) {
        enter();
        while (!isAtEnd() && !is(close)) {
            part();
        }
        skip();
        leave();
    }

    /** Over one part of an expression. */
    void part() {
        if (is('"')) {
            string();
        } else if (isOneOf("([{")) {
            char close = is('(') ? ')' : is('[') ? ']' : '}';
            skip();
            brackets(close);
        } else if (text.isHeredoc(at)) {
            int end = text.afterHeredoc(at);
            at = end < 0 ? text.length() : end;
        } else if (text.isComment(at)) {
            at = text.afterComment(at);
        } else {
            skip();
        }
    }
}

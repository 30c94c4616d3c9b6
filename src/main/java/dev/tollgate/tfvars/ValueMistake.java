package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Says what is wrong at the first token of a {@code key = value} that does not fit, from the tokens around it. */
final class ValueMistake {

    private final String file;
    private final List<Token> tokens;

    /** @param tokens from the key to the end of the line, or of the file */
    ValueMistake(String file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    Finding at(int index) {
        Token wrong = tokens.get(Math.min(index, tokens.size() - 1));
        Enclosure enclosure = Enclosure.of(tokens.subList(0, Math.min(index, tokens.size() - 1)));
        if (wrong.getType() == TfvarsLexer.UNKNOWN || wrong.getType() == TfvarsLexer.BAD_BYTE) {
            return WrongCharacter.of(wrong, file, key());
        }
        if (wrong.getType() == TfvarsLexer.UNCLOSED || wrong.getType() == Token.EOF || Bracket.closes(wrong)) {
            Optional<Token> opener = Bracket.closes(wrong) ? enclosure.opener() : enclosure.swallower();
            if (opener.isPresent() && (!Bracket.closes(wrong) || !closes(wrong, opener.get()))) {
                return unclosed(opener.get(), wrong);
            }
        }
        if (enclosure.expectsValue()) {
            return missingValue(enclosure.last(), wrong);
        }
        return enclosure
                .opener()
                .map(opener -> inside(opener, enclosure, wrong))
                .orElseGet(() -> after(enclosure, wrong));
    }

    private static boolean closes(Token closer, Token opener) {
        return closer.getText().equals(Bracket.closerOf(opener));
    }

    private Finding unclosed(Token opener, Token wrong) {
        if (opener.getType() == TfvarsLexer.QUOTE) {
            String hint = "end it with `\"`; for several lines write `\\n` or a heredoc";
            return error(opener, "the string is not closed on its line", hint);
        }
        if (opener.getType() == TfvarsLexer.HEREDOC_BEGIN) {
            String marker = Heredoc.markerOf(opener.getText());
            String hint = "put `" + marker + "` alone on a line, and end that line";
            return error(opener, LexerTokens.name(opener) + " is not closed", hint);
        }
        String closer = Bracket.closerOf(opener);
        String found = Bracket.closes(wrong) ? ", but " + LexerTokens.name(wrong) + " stands at " + place(wrong) : "";
        return error(opener, LexerTokens.name(opener) + " is not closed" + found, "add the `" + closer + "`");
    }

    private Finding missingValue(Token before, Token wrong) {
        if (wrong.getType() == TfvarsLexer.NEWLINE || wrong.getType() == Token.EOF) {
            String hint = "begin the value on the same line";
            return error(before, "no value follows " + LexerTokens.name(before), hint);
        }
        if (wrong.getText().equals("<")) {
            String hint = "write `<<EOT`, the text on lines of its own, and `EOT` alone on the last";
            return error(wrong, "a heredoc begins with `<<`, a name and the end of the line", hint);
        }
        if (wrong.getType() == TfvarsLexer.DOT) {
            return error(wrong, "a number cannot begin with `.`", "write `0.` and the digits");
        }
        if (wrong.getText().equals("+")) {
            return error(wrong, "a number cannot begin with `+`", "remove the `+`");
        }
        return error(
                wrong,
                LexerTokens.name(wrong) + ", expected a value",
                "write a value, or remove " + LexerTokens.name(before));
    }

    private Finding inside(Token opener, Enclosure enclosure, Token wrong) {
        if (beginsAttribute(wrong)) {
            String closer = Bracket.closerOf(opener);
            String message = LexerTokens.name(opener) + " is not closed before key " + LexerTokens.name(wrong);
            return error(opener, message, "add the `" + closer + "`");
        }
        if (opener.getType() == TfvarsLexer.LBRACE) {
            return insideObject(enclosure, wrong);
        }
        if (opener.getType() == TfvarsLexer.LBRACK) {
            return error(wrong, "`,` is missing before " + LexerTokens.name(wrong), "separate the items with `,`");
        }
        return error(wrong, "`)` is missing before " + LexerTokens.name(wrong), "close the `(` at " + place(opener));
    }

    private Finding insideObject(Enclosure enclosure, Token wrong) {
        if (enclosure.inValue()) {
            String hint = "put each key on a line of its own, or `,` between them";
            return error(wrong, "`,` or a line end is missing before " + LexerTokens.name(wrong), hint);
        }
        if (enclosure.atStart()) {
            return error(wrong, LexerTokens.name(wrong) + ", expected a key", "write `key = value`");
        }
        boolean ends =
                wrong.getType() == TfvarsLexer.NEWLINE || wrong.getType() == TfvarsLexer.COMMA || Bracket.closes(wrong);
        if (ends && enclosure.last().getType() != TfvarsLexer.IDENT) {
            String hint = "write `key = value`, or a list as `[…]`";
            return error(wrong, "`=` and a value are missing before " + LexerTokens.name(wrong), hint);
        }
        if (ends) {
            String message = "key " + LexerTokens.name(enclosure.last()) + " has no value";
            return error(enclosure.last(), message, "write `key = value`");
        }
        return error(
                wrong,
                "`=` is missing before " + LexerTokens.name(wrong),
                "write `key = value`; quote a key that is not a name");
    }

    /** After a whole value at the top. */
    private Finding after(Enclosure enclosure, Token wrong) {
        Token last = enclosure.last();
        if (last.getType() == TfvarsLexer.DOT && tokens.get(2).getType() == TfvarsLexer.NUMBER) {
            return error(last, "a number cannot end with `.`", "add a digit, or remove the `.`");
        }
        if (Bracket.closes(wrong)) {
            return error(wrong, LexerTokens.name(wrong) + " closes nothing", "remove it");
        }
        if (last.getType() == TfvarsLexer.NUMBER
                && wrong.getType() == TfvarsLexer.IDENT
                && last.getStopIndex() + 1 == wrong.getStartIndex()) {
            return error(
                    last,
                    LexerTokens.quote(last.getText() + wrong.getText()) + " is not a number",
                    "put text in quotes");
        }
        if (last.getType() == TfvarsLexer.IDENT) {
            return error(last, LexerTokens.name(last) + " is a bare word", "put text in quotes");
        }
        String hint = wrong.getType() == TfvarsLexer.COMMA ? "remove the `,`" : "put each key on a line of its own";
        return error(
                wrong,
                LexerTokens.name(wrong) + " after the value of `" + key() + "`, only the end of the line is allowed",
                hint);
    }

    /** A name at the start of a line and {@code =}: that is the next key, not an item of this one. */
    private boolean beginsAttribute(Token token) {
        int next = tokens.indexOf(token) + 1;
        return token.getType() == TfvarsLexer.IDENT
                && token.getCharPositionInLine() == 0
                && next < tokens.size()
                && tokens.get(next).getType() == TfvarsLexer.EQUALS;
    }

    private static String place(Token token) {
        return token.getLine() + ":" + (token.getCharPositionInLine() + 1);
    }

    private Finding error(Token token, String message, String hint) {
        return Finding.error("syntax-error", key(), LexerTokens.locationOf(file, token), message, hint);
    }

    private String key() {
        return tokens.get(0).getText();
    }
}

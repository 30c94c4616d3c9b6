package dev.tollgate.tfvars;

import dev.tollgate.finding.Location;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** Tokens as the user knows them: where they stand, and what to call them in a message. */
final class LexerTokens {

    private static final int LONGEST_QUOTE = 40;

    private LexerTokens() {}

    static Location locationOf(String file, Token token) {
        return new Location(file, token.getLine(), token.getCharPositionInLine() + 1);
    }

    /** The token in backticks, or a word for it where it cannot be seen. */
    static String name(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the file";
        }
        if (token.getType() == TfvarsLexer.NEWLINE || token.getType() == TfvarsLexer.UNCLOSED) {
            return "the end of the line";
        }
        return quote(token.getText().strip());
    }

    /** What the user wrote there, cut short and on one line. */
    static String source(ParserRuleContext context) {
        Token start = context.getStart();
        int end = Math.min(context.getStop().getStopIndex(), start.getStartIndex() + 4 * LONGEST_QUOTE);
        return quote(start.getInputStream().getText(Interval.of(start.getStartIndex(), end)));
    }

    static String quote(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        }
        return "`" + line + "`";
    }
}

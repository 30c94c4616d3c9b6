package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Says of one character what is wrong with it: most are put there by an editor or a word processor. */
final class WrongCharacter {

    private static final String QUOTES = "“”„‟‘’‚‛«»";
    private static final String USE_UTF_8 = "save the file as UTF-8";

    private WrongCharacter() {}

    static Finding of(Token token, String file, String path) {
        Location location = LexerTokens.locationOf(file, token);
        int character = token.getText().codePointAt(0);
        if (character >= 0xDC80 && character <= 0xDCFF) {
            return badByte(path, location);
        }
        return syntaxError(path, location, message(character), hint(character));
    }

    static String message(int character) {
        if (character == '\r') {
            return "a carriage return stands without a line feed";
        }
        if (character == '\'' || character == '`') {
            return (character == '`' ? "a backtick" : "a single quote") + " does not quote a string";
        }
        if (QUOTES.indexOf(character) >= 0) {
            return "`" + Character.toString(character) + "` is a typographic quote";
        }
        if (character < ' ' || Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT) {
            return String.format(Locale.ROOT, "the invisible character `U+%04X` stands here", character);
        }
        return "`" + Character.toString(character) + "` means nothing here";
    }

    static String hint(int character) {
        if (character == '\'' || character == '`' || QUOTES.indexOf(character) >= 0) {
            return "put text in double quotes: `\"`";
        }
        if (character == ';') {
            return "end the line instead, or separate items with `,`";
        }
        if (character == '\r') {
            return "end lines with LF or CRLF";
        }
        if (character == 0 || character == 0xFFFE) {
            return USE_UTF_8;
        }
        return Character.isSpaceChar(character) ? "replace it by a plain space" : "remove it, or put text in quotes";
    }

    /** A byte that no UTF-8 text has at this place. */
    static Finding badByte(String path, Location location) {
        return syntaxError(path, location, "the text is not UTF-8", USE_UTF_8);
    }

    /** A backslash before what it cannot escape. */
    static Finding escape(Token token, String file, String path) {
        String message = LexerTokens.quote(token.getText())
                + " is not an escape; use `\\n`, `\\r`, `\\t`, `\\\"`, `\\\\`, " + "`\\uNNNN` or `\\UNNNNNNNN`";
        return syntaxError(path, LexerTokens.locationOf(file, token), message, "write `\\\\` for a backslash");
    }

    /** A Unicode escape that is half a surrogate pair or beyond Unicode. */
    static Finding noCharacter(Token token, String file, String path) {
        String message = LexerTokens.quote(token.getText()) + " is not allowed here";
        String hint = "write a character beyond `\\uFFFF` as `\\U` and eight digits";
        return syntaxError(path, LexerTokens.locationOf(file, token), message, hint);
    }

    /** JSON text with one half of a surrogate pair. */
    static Finding halfPair(String path, Location location) {
        String message = "half a surrogate pair in the text";
        return syntaxError(path, location, message, "write both halves, `\\ud83d\\ude00`, or the character itself");
    }

    private static Finding syntaxError(String path, Location location, String message, String hint) {
        return Finding.error("syntax-error", path, location, message, hint);
    }
}

package dev.tollgate.tfvars;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the syntax of JSON, in our words: Jackson's are about its own features. */
final class JsonMistake {

    private final String text;
    private final Lines lines;

    JsonMistake(SourceText source, Lines lines) {
        this.text = source.text();
        this.lines = lines;
    }

    Finding of(JsonProcessingException exception) {
        String jackson = Objects.requireNonNullElse(exception.getOriginalMessage(), "");
        int offset = Math.min((int) exception.getLocation().getCharOffset(), text.length());
        if (exception instanceof JsonEOFException) {
            return unclosed();
        }
        if (jackson.contains("escape sequence") || jackson.startsWith("Unrecognized character escape")) {
            int backslash = text.lastIndexOf('\\', offset);
            return error(backslash, "a wrong escape begins here", "write `\\\\` for a backslash");
        }
        if (jackson.startsWith("Unexpected close marker")) {
            return error(offset, character(offset) + " closes nothing that is open", "close the brackets in order");
        }
        if (jackson.startsWith("Illegal character")) {
            int character = text.codePointBefore(offset);
            return error(offset - 1, WrongCharacter.message(character), WrongCharacter.hint(character));
        }
        if (jackson.startsWith("Illegal unquoted")) {
            String hint = "write `\\n`, `\\t` or `\\uNNNN`";
            return error(offset, "a line end or control character in a string", hint);
        }
        if (jackson.contains("expecting comma") && wordStart(offset) == offset) {
            return error(offset, "`,` is missing before " + character(offset), "add the `,`");
        }
        return unexpected(offset);
    }

    /** The last quote, or the innermost bracket, that nothing closes. */
    private Finding unclosed() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inString = !open.isEmpty() && text.charAt(open.element()) == '"';
            if (inString && c == '\\') {
                i++;
            } else if (inString ? c == '"' : c == '}' || c == ']') {
                open.poll();
            } else if (!inString && (c == '"' || c == '{' || c == '[')) {
                open.push(i);
            }
        }
        int opener = open.isEmpty() ? 0 : open.element();
        return text.charAt(opener) == '"'
                ? error(opener, "the string is not closed", "end it with `\"`")
                : error(opener, character(opener) + " is not closed", "close it");
    }

    private Finding unexpected(int offset) {
        char found = offset < text.length() ? text.charAt(offset) : ' ';
        int before = lastBefore(offset);
        if ((found == '}' || found == ']') && before >= 0 && text.charAt(before) == ',') {
            return error(before, "`,` before `" + found + "`", "remove the last `,`");
        }
        if (found == '/' || found == '#') {
            return error(offset, "JSON has no comments", "remove it, or write it as the value of key `//`");
        }
        if (found == '=') {
            return error(offset, "`=`, expected `:`", "write `\"key\": value`, or name the file `.tfvars`");
        }
        int start = wordStart(offset);
        String word = text.substring(start, wordEnd(offset));
        return word.isEmpty()
                ? error(offset, character(offset) + " is not allowed here", hint(found))
                : word(start, word);
    }

    private Finding word(int start, String word) {
        char first = word.charAt(0);
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            String hint = "write a number as JSON does, without leading zeros, `+` or a bare `.`; quote text";
            return error(start, LexerTokens.quote(word) + " is not a number in JSON", hint);
        }
        return error(
                start,
                LexerTokens.quote(word) + " is a bare word",
                "put it in double quotes; `true`, `false` and `null` are lower case");
    }

    private static String hint(char found) {
        return found == '\'' ? "put text in double quotes: `\"`" : "write `\"key\": value`";
    }

    Finding byteOrderMark() {
        return error(0, "the file begins with a byte order mark", "save it as UTF-8 without one");
    }

    /** What is first in the file is not an object; {@code null} when nothing is. */
    Finding root(@Nullable JsonToken root) {
        String what = root == null ? "the file is empty" : "the file is not an object";
        return error(0, what, "put the keys between `{` and `}`");
    }

    Finding trailing(JsonParser parser) {
        int offset = (int) parser.currentTokenLocation().getCharOffset();
        return error(offset, character(offset) + " after the end of the object", "remove what follows");
    }

    Finding tooDeep(JsonParser parser) {
        String message = "the value is nested deeper than `" + SignificantTokens.DEEPEST + "` levels";
        return error((int) parser.currentTokenLocation().getCharOffset(), message, "flatten the value");
    }

    private Finding error(int offset, String message, String hint) {
        Location location = lines.at(offset);
        return Finding.error("syntax-error", "file", location, message, hint);
    }

    private String character(int offset) {
        return offset < text.length()
                ? "`" + Character.toString(text.codePointAt(offset)) + "`"
                : "the end of the file";
    }

    private int lastBefore(int offset) {
        int before = offset - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before;
    }

    private int wordStart(int offset) {
        int start = offset;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int wordEnd(int offset) {
        int end = offset;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '+' || c == '-';
    }
}

package dev.tollgate.tfvars;

import static dev.tollgate.tfvars.TfvarsLexer.COLON;
import static dev.tollgate.tfvars.TfvarsLexer.DOT;
import static dev.tollgate.tfvars.TfvarsLexer.EQUALS;
import static dev.tollgate.tfvars.TfvarsLexer.IDENT;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACE;
import static dev.tollgate.tfvars.TfvarsLexer.NEWLINE;
import static dev.tollgate.tfvars.TfvarsLexer.NUMBER;
import static dev.tollgate.tfvars.TfvarsLexer.QUOTE;
import static dev.tollgate.tfvars.TfvarsLexer.QUOTE_END;
import static dev.tollgate.tfvars.TfvarsLexer.TEXT;
import static dev.tollgate.tfvars.TfvarsLexer.UNKNOWN;

import dev.tollgate.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Says why what should be {@code key = value} does not even begin like it. */
final class TopLevelMistake {

    private final String file;
    private final List<Token> tokens;
    private final Token first;
    private final Token second;

    /** @param tokens from the first of a line to the end of what stands there; at least two */
    TopLevelMistake(String file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
        this.first = tokens.get(0);
        this.second = tokens.get(1);
    }

    /** Nothing when the tokens begin with a key and {@code =}. */
    Optional<Finding> find() {
        if (first.getType() == IDENT && second.getType() == EQUALS) {
            return Optional.empty();
        }
        Token wrong = first.getType() == IDENT ? second : first;
        if (wrong.getType() == UNKNOWN) {
            return Optional.of(WrongCharacter.of(wrong, file, subject()));
        }
        return Optional.of(first.getType() == IDENT ? afterKey() : noKey());
    }

    private Finding afterKey() {
        String key = first.getText();
        String hint = "write `" + key + " = …`";
        if (second.getType() == COLON) {
            return at(second, "`:` after key `" + key + "`, outside of objects only `=` is allowed", hint);
        }
        if (second.getType() == NEWLINE || second.getType() == Token.EOF) {
            return at(first, "key `" + key + "` has no value", hint + " on one line");
        }
        if (second.getType() == DOT) {
            return at(
                    second,
                    "`.` in a key, only letters, digits, `_` and `-` are allowed",
                    "set the whole of `" + key + "`");
        }
        if (isBlock()) {
            return at(first, "`" + key + "` is a block, only `key = value` is allowed", "write `" + key + " = { … }`");
        }
        return at(second, "`=` is missing after key `" + key + "`", hint);
    }

    /** A name, labels in quotes or without, and a brace. */
    private boolean isBlock() {
        for (Token token : tokens.subList(1, tokens.size())) {
            int type = token.getType();
            if (type != IDENT && type != QUOTE && type != TEXT && type != QUOTE_END) {
                return type == LBRACE;
            }
        }
        return false;
    }

    private Finding noKey() {
        if (first.getType() == QUOTE) {
            return at(first, "a key at the top of a file cannot be in quotes", "remove the quotes");
        }
        if (first.getType() == NUMBER) {
            return at(first, LexerTokens.name(first) + " begins a key, only a letter or `_` can", "rename the key");
        }
        if (Bracket.closes(first)) {
            String hint = "remove it, or look for a bracket that is closed too early";
            return at(first, LexerTokens.name(first) + " closes nothing", hint);
        }
        if (first.getType() == LBRACE) {
            String hint = "remove the braces around the keys; JSON goes into a file named `.tfvars.json`";
            return at(first, "`{`, expected a key", hint);
        }
        return at(first, LexerTokens.name(first) + ", expected a key", "write `key = value`");
    }

    private Finding at(Token token, String message, String hint) {
        return Finding.error("syntax-error", subject(), LexerTokens.locationOf(file, token), message, hint);
    }

    private String subject() {
        return first.getType() == IDENT ? first.getText() : "file";
    }
}

package dev.tollgate.tfvars;

import static dev.tollgate.tfvars.TfvarsLexer.COMMA;
import static dev.tollgate.tfvars.TfvarsLexer.FOR;
import static dev.tollgate.tfvars.TfvarsLexer.IDENT;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACE;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACK;
import static dev.tollgate.tfvars.TfvarsLexer.NEWLINE;
import static dev.tollgate.tfvars.TfvarsLexer.QUESTION;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * A file's tokens without the line ends that mean nothing, and no deeper nested than can be parsed on any stack.
 *
 * <p>A line end means something at the top and between the keys of an object, nothing inside {@code [ ]}, {@code ( )}
 * and a {@code for}. Terraform decides the same while parsing; an ANTLR parser has to be told before.
 */
final class SignificantTokens {

    /** No environment comes near it; Terraform itself crashes at some hundred thousand. */
    static final int DEEPEST = 200;

    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int conditionals;
    private Optional<Token> tooDeep = Optional.empty();

    SignificantTokens(TfvarsScanner scanner) {
        Token token = scanner.nextToken();
        while (token.getType() != Token.EOF && tooDeep.isEmpty()) {
            add(token);
            token = scanner.nextToken();
        }
        tokens.add(token);
    }

    /** The last is always the end of the file. */
    List<Token> tokens() {
        return List.copyOf(tokens);
    }

    /** The bracket that was one too many; the tokens end there. */
    Optional<Token> tooDeep() {
        return tooDeep;
    }

    private void add(Token token) {
        int type = token.getType();
        if (type == NEWLINE && isMeaningless()) {
            return;
        }
        if (type == IDENT && token.getText().equals("for") && (last() == LBRACE || last() == LBRACK)) {
            ((CommonToken) token).setType(FOR);
            open.pop();
            open.push(FOR);
        }
        tokens.add(token);
        track(token);
    }

    private boolean isMeaningless() {
        if (open.isEmpty()) {
            return tokens.isEmpty() || last() == NEWLINE;
        }
        return open.element() != LBRACE || last() == LBRACE || last() == COMMA || last() == NEWLINE;
    }

    private void track(Token token) {
        if (Bracket.opens(token)) {
            open.push(token.getType());
        } else if (Bracket.closes(token)) {
            open.poll();
        } else if (token.getType() == QUESTION) {
            conditionals++;
        } else if (token.getType() == NEWLINE && open.isEmpty()) {
            conditionals = 0;
        }
        if (open.size() + conditionals > DEEPEST) {
            tooDeep = Optional.of(token);
        }
    }

    private int last() {
        return tokens.isEmpty() ? NEWLINE : tokens.get(tokens.size() - 1).getType();
    }
}

package dev.tollgate.tfvars;

import static dev.tollgate.tfvars.TfvarsLexer.COLON;
import static dev.tollgate.tfvars.TfvarsLexer.COMMA;
import static dev.tollgate.tfvars.TfvarsLexer.EQUALS;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACE;
import static dev.tollgate.tfvars.TfvarsLexer.LBRACK;
import static dev.tollgate.tfvars.TfvarsLexer.LPAREN;
import static dev.tollgate.tfvars.TfvarsLexer.NEWLINE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Where a token stands that does not fit: in which bracket or string, and how far in it.
 *
 * @param opener the innermost bracket, quote or heredoc that is still open
 * @param swallower the opener to blame at the end of a line or file: a template makes text of what follows it
 * @param last the token before
 * @param inValue whether an object's key has had its {@code =}
 */
record Enclosure(Optional<Token> opener, Optional<Token> swallower, Token last, boolean inValue) {

    private static final Set<Integer> BEFORE_VALUE = Set.of(
            EQUALS,
            COLON,
            LBRACK,
            LPAREN,
            TfvarsLexer.OPERATOR,
            TfvarsLexer.STAR,
            TfvarsLexer.MINUS,
            TfvarsLexer.BANG,
            TfvarsLexer.QUESTION);

    /** @param before everything from the key to the token that does not fit */
    static Enclosure of(List<Token> before) {
        Deque<Token> open = new ArrayDeque<>();
        Deque<Boolean> inValue = new ArrayDeque<>(List.of(false));
        for (Token token : before) {
            int type = token.getType();
            if (Bracket.opens(token) || type == TfvarsLexer.QUOTE || type == TfvarsLexer.HEREDOC_BEGIN) {
                open.push(token);
                inValue.push(false);
            } else if (!open.isEmpty() && closes(token)) {
                open.pop();
                inValue.pop();
            } else if (type == EQUALS || type == COLON || type == COMMA || type == NEWLINE) {
                inValue.pop();
                inValue.push(type == EQUALS || type == COLON);
            }
        }
        Optional<Token> template = before.stream()
                .filter(open::contains)
                .filter(Enclosure::isTemplate)
                .findFirst();
        Optional<Token> innermost = Optional.ofNullable(open.peek());
        return new Enclosure(
                innermost,
                template.or(() -> innermost),
                before.get(before.size() - 1),
                Boolean.TRUE.equals(inValue.peek()));
    }

    private static boolean closes(Token token) {
        int type = token.getType();
        return Bracket.closes(token) || type == TfvarsLexer.QUOTE_END || type == TfvarsLexer.HEREDOC_END;
    }

    private static boolean isTemplate(Token token) {
        return token.getType() == TfvarsLexer.TEMPLATE_BEGIN;
    }

    /** Whether a value must follow; in an object a separator is followed by a key. */
    boolean expectsValue() {
        boolean nextItem =
                last.getType() == COMMA && opener.isPresent() && opener.get().getType() == LBRACK;
        return nextItem || BEFORE_VALUE.contains(last.getType());
    }

    /** Right behind an object's brace or a separator. */
    boolean atStart() {
        return last.getType() == LBRACE || last.getType() == COMMA || last.getType() == NEWLINE;
    }
}

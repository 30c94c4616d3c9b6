package dev.tollgate.terraform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Reads Terraform's expressions as JSON syntax has them: strings that are templates. */
final class Expressions {

    /** Beyond this, reading one would need a stack whose depth the text decides. */
    private static final int DEEPEST = 400;

    private static final Set<Integer> OPENING =
            Set.of(ExpressionLexer.LPAREN, ExpressionLexer.LBRACKET, ExpressionLexer.LBRACE, ExpressionLexer.OPEN);

    private static final Set<Integer> CLOSING =
            Set.of(ExpressionLexer.RPAREN, ExpressionLexer.RBRACKET, ExpressionLexer.RBRACE);

    private static final Set<Integer> OPERATORS = Set.of(
            ExpressionLexer.NOT,
            ExpressionLexer.MINUS,
            ExpressionLexer.PLUS,
            ExpressionLexer.TIMES,
            ExpressionLexer.DIVIDE,
            ExpressionLexer.MODULO,
            ExpressionLexer.AND,
            ExpressionLexer.OR,
            ExpressionLexer.EQ,
            ExpressionLexer.NE,
            ExpressionLexer.LT,
            ExpressionLexer.GT,
            ExpressionLexer.LE,
            ExpressionLexer.GE,
            ExpressionLexer.QUESTION);

    private static final ReadOnce<Optional<ExpressionParser.TemplateContext>> TEMPLATES =
            new ReadOnce<>(Expressions::readTemplate, 1_000);

    private Expressions() {}

    /** What {@code text} holds once its expressions are evaluated as far as they can be. */
    static Value evaluate(String text, EvaluationScope scope) {
        if (!text.contains("${") && !text.contains("%{")) {
            return Value.of(text);
        }
        return PlainTemplate.evaluate(text, scope)
                .or(() -> grammatical(text, scope))
                .orElseGet(() -> new Value.Unknown("an expression that Tollgate cannot read", List.of()));
    }

    private static Optional<Value> grammatical(String text, EvaluationScope scope) {
        return scope.names().tree(text).map(parsed -> new Evaluator(scope).template(parsed.part()));
    }

    /** The tree of a type constraint, {@code object({a = optional(number, 1)})}; empty when it cannot be read. */
    static Optional<ExpressionParser.ExpressionContext> type(String text) {
        return parser("${" + text + "}").map(Expressions::only);
    }

    /** The tree of a template; empty when it cannot be read. */
    static Optional<ExpressionParser.TemplateContext> template(String text) {
        return TEMPLATES.of(text);
    }

    private static Optional<ExpressionParser.TemplateContext> readTemplate(String text) {
        return parser(Heredocs.quoted(text)).map(parser -> {
            try {
                return parser.template();
            } catch (ParseCancellationException e) {
                return null;
            }
        });
    }

    private static ExpressionParser.@Nullable ExpressionContext only(ExpressionParser parser) {
        try {
            return parser.template().part(0) instanceof ExpressionParser.InterpolationContext found
                    ? found.expression()
                    : null;
        } catch (ParseCancellationException e) {
            return null;
        }
    }

    private static Optional<ExpressionParser> parser(String text) {
        Unreadable unreadable = new Unreadable();
        ExpressionLexer lexer = new ExpressionLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(unreadable);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        try {
            tokens.fill();
        } catch (java.util.EmptyStackException e) {
            return Optional.empty();
        }
        if (unreadable.met || depth(tokens.getTokens()) > DEEPEST) {
            return Optional.empty();
        }
        ExpressionParser parser = new ExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return Optional.of(parser);
    }

    /** How deep reading {@code tokens} goes at most: brackets in one another, and every operator. */
    private static int depth(List<Token> tokens) {
        int open = 0;
        int deepest = 0;
        int operators = 0;
        for (Token token : tokens) {
            if (OPENING.contains(token.getType())) {
                deepest = Math.max(deepest, ++open);
            } else if (CLOSING.contains(token.getType())) {
                open--;
            } else if (OPERATORS.contains(token.getType())) {
                operators++;
            }
        }
        return deepest + operators;
    }

    /** Remembers that some characters are no token at all. */
    private static final class Unreadable extends BaseErrorListener {

        private boolean met;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            met = true;
        }
    }
}

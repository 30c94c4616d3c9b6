package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.tfvars.TfvarsParser.ExpressionContext;
import dev.tollgate.tfvars.TfvarsParser.OperandContext;
import dev.tollgate.tfvars.TfvarsParser.TemplateContext;
import dev.tollgate.tfvars.TfvarsParser.TermContext;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Finds what would have to be computed. Terraform refuses functions and references in a tfvars file, but computes from
 * constants; an environment file says what it means, so both are refused here.
 */
final class NotALiteral {

    private static final String WRITE_THE_RESULT = "write the result itself";

    private NotALiteral() {}

    /** What of {@code expression} itself is no literal; its parts are not looked at. */
    static Optional<Finding> in(ExpressionContext expression, String file, String path) {
        Optional<Token> operator = operator(expression);
        if (operator.isPresent()) {
            Token token = operator.get();
            String kind = token.getType() == TfvarsParser.QUESTION ? "a conditional" : "an operator";
            return Optional.of(finding(token, file, path, LexerTokens.name(token) + " is " + kind, WRITE_THE_RESULT));
        }
        OperandContext operand = expression.operand(0);
        TermContext term = operand.term();
        if (term.call() != null) {
            String name = LexerTokens.quote(term.getStart().getText() + "(…)");
            return Optional.of(
                    finding(term.getStart(), file, path, name + " is a function call", "write what it returns"));
        }
        if (term.forExpression() != null) {
            return Optional.of(
                    finding(term.getStart(), file, path, "`for` is an expression", "write out what it makes"));
        }
        return operand.access().isEmpty() ? Optional.empty() : Optional.of(access(operand, file, path));
    }

    /** The first token that makes more than one term of the expression. */
    private static Optional<Token> operator(ExpressionContext expression) {
        for (ParseTree child : expression.children) {
            if (child instanceof TerminalNode node) {
                return Optional.of(node.getSymbol());
            }
        }
        TerminalNode bang = expression.operand(0).BANG(0);
        return bang == null ? Optional.empty() : Optional.of(bang.getSymbol());
    }

    private static Finding access(OperandContext operand, String file, String path) {
        if (operand.term().IDENT() != null) {
            return finding(
                    operand.getStart(),
                    file,
                    path,
                    LexerTokens.source(operand) + " is a reference",
                    "write the value itself, or put text in quotes");
        }
        return finding(
                operand.access(0).getStart(),
                file,
                path,
                LexerTokens.source(operand.access(0)) + " takes a part of a value",
                "write that part itself");
    }

    static Finding minus(OperandContext operand, String file, String path) {
        return finding(operand.getStart(), file, path, "`-` before what is not a number", WRITE_THE_RESULT);
    }

    static Finding template(TemplateContext template, String file, String path) {
        String opener = template.getStart().getText().substring(0, 2);
        return finding(
                template.getStart(),
                file,
                path,
                LexerTokens.source(template) + " is a template",
                WRITE_THE_RESULT + ", or `" + opener.charAt(0) + opener + "` for the text `" + opener + "`");
    }

    static Finding word(TermContext term, String file, String path) {
        String word = term.getText();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false") || word.equalsIgnoreCase("null")) {
            String lower = word.toLowerCase(java.util.Locale.ROOT);
            return finding(term.getStart(), file, path, "`" + word + "` is a bare word", "write `" + lower + "`");
        }
        String hint = "put text in quotes: `\"" + word + "\"`";
        return finding(term.getStart(), file, path, LexerTokens.quote(word) + " is a bare word", hint);
    }

    private static Finding finding(Token token, String file, String path, String what, String hint) {
        String message = what + ", only literals are allowed";
        return Finding.error("not-a-literal", path, LexerTokens.locationOf(file, token), message, hint);
    }
}

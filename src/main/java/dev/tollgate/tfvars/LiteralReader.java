package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.tfvars.TfvarsParser.ExpressionContext;
import dev.tollgate.tfvars.TfvarsParser.ItemContext;
import dev.tollgate.tfvars.TfvarsParser.ObjectContext;
import dev.tollgate.tfvars.TfvarsParser.OperandContext;
import dev.tollgate.tfvars.TfvarsParser.TermContext;
import dev.tollgate.tfvars.TfvarsParser.TupleContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns parsed expressions into values, and reports each that is no literal. What is refused becomes {@code null} in
 * the tree, so that the rest of the file can still be read.
 */
final class LiteralReader {

    private final String file;
    private final List<Finding> findings;
    private final StringReader strings;

    LiteralReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.strings = new StringReader(file, findings);
    }

    Location locationOf(Token token) {
        return LexerTokens.locationOf(file, token);
    }

    /** @param path the subject of what is found wrong: the keys that lead to the expression */
    TfvarsValue read(ExpressionContext expression, String path) {
        Optional<Finding> computed = NotALiteral.in(expression, file, path);
        if (computed.isPresent()) {
            return refuse(expression, computed.get());
        }
        OperandContext operand = expression.operand(0);
        TfvarsValue value = term(operand.term(), path);
        if (operand.MINUS().isEmpty()) {
            return value;
        }
        Location location = locationOf(operand.getStart());
        if (value instanceof TfvarsValue.Num number) {
            boolean negative = operand.MINUS().size() % 2 == 1;
            return new TfvarsValue.Num(location, negative ? number.number().negate() : number.number());
        }
        // A number that was out of range is null, and has been reported.
        return value instanceof TfvarsValue.Null && operand.term().NUMBER() != null
                ? value
                : refuse(operand, NotALiteral.minus(operand, file, path));
    }

    private TfvarsValue refuse(ParserRuleContext context, Finding finding) {
        findings.add(finding);
        return new TfvarsValue.Null(locationOf(context.getStart()));
    }

    private TfvarsValue term(TermContext term, String path) {
        Location location = locationOf(term.getStart());
        if (term.expression() != null) {
            return read(term.expression(), path);
        }
        if (term.string() != null) {
            return new TfvarsValue.Text(location, strings.quoted(term.string(), path));
        }
        if (term.heredoc() != null) {
            return new TfvarsValue.Text(location, strings.heredoc(term.heredoc(), path));
        }
        if (term.tuple() != null) {
            return new TfvarsValue.Items(location, items(term.tuple(), path));
        }
        if (term.object() != null) {
            return new TfvarsValue.Entries(location, entries(term.object(), path));
        }
        return term.NUMBER() == null ? keyword(term, path) : number(term.NUMBER(), path);
    }

    private TfvarsValue keyword(TermContext term, String path) {
        Location location = locationOf(term.getStart());
        return switch (term.getText()) {
            case "true" -> new TfvarsValue.Bool(location, true);
            case "false" -> new TfvarsValue.Bool(location, false);
            case "null" -> new TfvarsValue.Null(location);
            default -> refuse(term, NotALiteral.word(term, file, path));
        };
    }

    private TfvarsValue number(TerminalNode node, String path) {
        Location location = locationOf(node.getSymbol());
        Optional<BigDecimal> number =
                Numbers.isNumber(node.getText()) ? Numbers.parse(node.getText()) : Optional.empty();
        if (number.isPresent()) {
            return new TfvarsValue.Num(location, number.get());
        }
        findings.add(Numbers.mistake(node.getText(), path, location));
        return new TfvarsValue.Null(location);
    }

    private List<TfvarsValue> items(TupleContext tuple, String path) {
        List<TfvarsValue> items = new ArrayList<>();
        for (ExpressionContext expression : tuple.expression()) {
            items.add(read(expression, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private List<TfvarsValue.Entry> entries(ObjectContext object, String path) {
        UniqueKeys entries = new UniqueKeys(path, findings);
        for (ItemContext item : object.item()) {
            Optional<String> key = key(item.expression(0), path);
            TfvarsValue value = read(
                    item.expression(1),
                    key.map(name -> UniqueKeys.path(path, name)).orElse(path));
            Location location = locationOf(item.getStart());
            key.ifPresent(name -> entries.add(new TfvarsValue.Entry(location, name, value)));
        }
        return entries.entries();
    }

    /** The key an object's item names: a word, or what a string, number or bool reads as. */
    private Optional<String> key(ExpressionContext expression, String path) {
        if (expression.getChildCount() == 1 && expression.getStart() == expression.getStop()) {
            Token only = expression.getStart();
            if (only.getType() == TfvarsParser.IDENT) {
                return Optional.of(StringReader.normalize(only.getText()));
            }
        }
        if (ObjectKey.isAmbiguous(expression)) {
            findings.add(ObjectKey.ambiguous(expression, path, locationOf(expression.getStart())));
            return Optional.empty();
        }
        int before = findings.size();
        TfvarsValue key = read(expression, path);
        if (findings.size() > before) {
            return Optional.empty();
        }
        Optional<String> name = ObjectKey.of(key);
        if (name.isEmpty()) {
            findings.add(ObjectKey.mistake(expression, path, key.location()));
        }
        return name;
    }
}

package dev.tollgate.tfvars;

import static dev.tollgate.tfvars.TfvarsLexer.NEWLINE;
import static dev.tollgate.tfvars.TfvarsLexer.UNCLOSED;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.tfvars.TfvarsParser.AttributeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads Terraform's own syntax. Each top-level key is parsed by itself, up to the line end outside all brackets, so
 * that a mistake in one is never reported as a mistake in another; an unclosed bracket takes the rest of the file with
 * it.
 */
final class HclReader {

    private final SourceText source;
    private final List<Finding> findings = new ArrayList<>();
    private final UniqueKeys entries;
    private final LiteralReader literals;

    HclReader(SourceText source) {
        this.source = source;
        this.entries = new UniqueKeys("", findings);
        this.literals = new LiteralReader(source.file(), findings);
    }

    Parsed read() {
        SignificantTokens significant = new SignificantTokens(new TfvarsScanner(source.codePoints()));
        if (significant.tooDeep().isPresent()) {
            findings.add(tooDeep(significant.tooDeep().get()));
        } else {
            readAttributes(significant.tokens());
        }
        Location start = Location.startOf(source.file());
        return new Parsed(
                new TfvarsValue.Entries(start, entries.entries()),
                findings.stream().sorted().toList());
    }

    private void readAttributes(List<Token> tokens) {
        int start = 0;
        while (tokens.get(start).getType() != Token.EOF) {
            int end = endOfAttribute(tokens, start);
            readAttribute(tokens.subList(start, end + 1));
            start = tokens.get(end).getType() == Token.EOF ? end : end + 1;
        }
    }

    /** The index of the line end, or of the file's, that closes the attribute which begins at {@code start}. */
    private static int endOfAttribute(List<Token> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (Bracket.opens(token)) {
                depth++;
            } else if (Bracket.closes(token)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (token.getType() == NEWLINE || token.getType() == UNCLOSED)) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private void readAttribute(List<Token> tokens) {
        if (tokens.get(0).getType() == NEWLINE) {
            return;
        }
        Optional<Finding> misplaced = new TopLevelMistake(source.file(), tokens).find();
        if (misplaced.isPresent()) {
            findings.add(misplaced.get());
            return;
        }
        try {
            AttributeContext attribute = parse(tokens);
            Token key = attribute.IDENT().getSymbol();
            TfvarsValue value = literals.read(attribute.expression(), key.getText());
            entries.add(new TfvarsValue.Entry(literals.locationOf(key), key.getText(), value));
        } catch (ParseCancellationException e) {
            if (!(e.getCause() instanceof RecognitionException misfit)) {
                throw e;
            }
            int index = misfit.getOffendingToken().getTokenIndex();
            findings.add(new ValueMistake(source.file(), tokens).at(index));
        }
    }

    private static AttributeContext parse(List<Token> tokens) {
        TfvarsParser parser = new TfvarsParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return parser.attribute();
    }

    private Finding tooDeep(Token token) {
        return Finding.error(
                "syntax-error",
                "file",
                literals.locationOf(token),
                "the value is nested deeper than `" + SignificantTokens.DEEPEST + "` levels",
                "flatten the value: at most " + SignificantTokens.DEEPEST + " levels are read");
    }
}

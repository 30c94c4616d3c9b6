package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a variable's type whose defaults are literals. Nearly all are, and those of an environment are long: the
 * grammar takes longer to read them than a stack takes to judge.
 */
final class PlainType {

    private static final int DEEPEST = 100;

    private static final Pattern BLANK = Pattern.compile("\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final String TEXT = "\"([^\"\\\\$%\\n]*)\"";
    private static final Pattern TEXTS = Pattern.compile(TEXT);
    private static final Pattern LITERAL = Pattern.compile(
            "(?<number>-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)|(?<text>" + TEXT + ")|(?<bool>true|false)|(?<null>null)"
                    + "|(?<list>\\[\\s*(?:" + TEXT + "\\s*(?:,\\s*" + TEXT + "\\s*)*)?])|(?<object>\\{\\s*})");

    private static final ReadOnce<Optional<TypeConstraint>> TYPES = new ReadOnce<>(PlainType::readType, 20_000);

    private final String text;
    private final Matcher matcher;
    private int at;
    private int depth;

    private PlainType(String text) {
        this.text = text;
        this.matcher = BLANK.matcher(text);
    }

    /** The type {@code text}; empty where it takes the grammar to tell. */
    static Optional<TypeConstraint> read(String text) {
        return TYPES.of(text);
    }

    private static Optional<TypeConstraint> readType(String text) {
        PlainType reader = new PlainType(text);
        try {
            reader.blank();
            TypeConstraint type = reader.type();
            return reader.at == text.length() ? Optional.of(type) : Optional.empty();
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private TypeConstraint type() {
        if (++depth > DEEPEST) {
            throw new NotPlain();
        }
        String name = name();
        TypeConstraint type = takes('(') ? called(name) : new TypeConstraint.Named(name);
        depth--;
        return type;
    }

    private TypeConstraint called(String name) {
        TypeConstraint type =
                switch (name) {
                    case "list", "set", "map" -> new TypeConstraint.CollectionOf(name, type());
                    case "optional" -> new TypeConstraint.OptionalOf(type(), takes(',') ? literal() : Optional.empty());
                    case "object" -> object();
                    default -> throw new NotPlain();
                };
        needs(')');
        return type;
    }

    private TypeConstraint object() {
        needs('{');
        List<TypeConstraint.Attribute> attributes = new ArrayList<>();
        while (!takes('}')) {
            String name = name();
            needs('=');
            attributes.add(new TypeConstraint.Attribute(name, type()));
            takes(',');
        }
        return new TypeConstraint.ObjectOf(attributes);
    }

    private Optional<Function<EvaluationScope, Value>> literal() {
        String literal = next(LITERAL);
        Value value;
        if (matcher.group("number") != null) {
            value = Value.scalar(new BigDecimal(literal));
        } else if (matcher.group("text") != null) {
            value = Value.of(literal.substring(1, literal.length() - 1));
        } else if (matcher.group("bool") != null) {
            value = Value.scalar(Boolean.valueOf(literal));
        } else if (matcher.group("list") != null) {
            value = new Value.Sequence(TEXTS.matcher(literal)
                    .results()
                    .map(item -> Value.of(item.group(1)))
                    .toList());
        } else if (matcher.group("object") != null) {
            value = new Value.Mapping(new TreeMap<>());
        } else {
            value = Value.absent();
        }
        blank();
        return Optional.of(scope -> value);
    }

    private String name() {
        String name = next(NAME);
        blank();
        return name;
    }

    private void needs(char c) {
        if (!takes(c)) {
            throw new NotPlain();
        }
    }

    private boolean takes(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            return false;
        }
        at++;
        blank();
        return true;
    }

    private void blank() {
        next(BLANK);
    }

    private String next(Pattern pattern) {
        matcher.usePattern(pattern).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotPlain();
        }
        at = matcher.end();
        return matcher.group();
    }

    /** Something that only the grammar can read. */
    private static final class NotPlain extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotPlain() {
            super("", null, false, false);
        }
    }
}

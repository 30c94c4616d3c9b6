package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.antlr.v4.runtime.tree.ParseTree;

/** Evaluates an expression as far as it can be: what depends on a resource stays a reference to it. */
final class Evaluator {

    private static final Set<String> EACH_TIME = Set.of("bcrypt", "plantimestamp", "timestamp", "uuid");

    private final EvaluationScope scope;

    Evaluator(EvaluationScope scope) {
        this.scope = scope;
    }

    /** One interpolation alone keeps its type; more parts make a string. */
    Value template(List<ExpressionParser.PartContext> parts) {
        if (parts.size() == 1 && parts.get(0) instanceof ExpressionParser.InterpolationContext alone) {
            return expression(alone.expression());
        }
        return Templates.join(parts.stream().map(this::part).toList());
    }

    private Value part(ExpressionParser.PartContext part) {
        if (part instanceof ExpressionParser.InterpolationContext interpolation) {
            return expression(interpolation.expression());
        }
        if (part instanceof ExpressionParser.EscapedContext) {
            return Value.of(part.getText().substring(1));
        }
        if (part instanceof ExpressionParser.BackslashContext) {
            return Value.of(unescaped(part.getText()));
        }
        return Value.of(part.getText());
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(1)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u', 'U' -> character(Integer.parseUnsignedInt(escape.substring(2), 16));
            default -> escape.substring(1);
        };
    }

    private static String character(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
    }

    Value expression(ExpressionParser.ExpressionContext expression) {
        if (expression instanceof ExpressionParser.OperandContext operand) {
            return operand(operand);
        }
        if (expression instanceof ExpressionParser.ConditionalContext conditional) {
            return conditional(conditional);
        }
        if (expression instanceof ExpressionParser.UnaryContext unary) {
            return Operators.unary(unary.getStart().getText(), expression(unary.expression()));
        }
        if (expression instanceof ExpressionParser.BinaryContext binary) {
            return Operators.binary(
                    binary.op.getText(), expression(binary.expression(0)), expression(binary.expression(1)));
        }
        throw new IllegalStateException("no expression: " + expression.getClass());
    }

    private Value conditional(ExpressionParser.ConditionalContext conditional) {
        Value decided = expression(conditional.expression(0));
        if (decided.bool().isPresent()) {
            return expression(conditional.expression(decided.bool().get() ? 1 : 2));
        }
        return undecided("depends on a condition that is not known yet", conditional);
    }

    private Value operand(ExpressionParser.OperandContext operand) {
        List<ExpressionParser.AccessContext> access = operand.access();
        if (operand.primary() instanceof ExpressionParser.NameContext name) {
            return named(name.getText(), access);
        }
        Value value = primary(operand.primary());
        for (ExpressionParser.AccessContext step : access) {
            value = step(value, step);
        }
        return value;
    }

    private Value primary(ExpressionParser.PrimaryContext primary) {
        if (primary instanceof ExpressionParser.NumberContext) {
            return Value.scalar(new BigDecimal(primary.getText()));
        }
        if (primary instanceof ExpressionParser.BoolContext) {
            return new Value.Scalar(Boolean.valueOf(primary.getText()));
        }
        if (primary instanceof ExpressionParser.NullContext) {
            return Value.absent();
        }
        if (primary instanceof ExpressionParser.QuotedContext quoted) {
            return Templates.join(quoted.part().stream().map(this::part).toList());
        }
        if (primary instanceof ExpressionParser.GroupedContext grouped) {
            return expression(grouped.expression());
        }
        if (primary instanceof ExpressionParser.ListOfContext list) {
            return new Value.Sequence(
                    list.expression().stream().map(this::expression).toList());
        }
        if (primary instanceof ExpressionParser.ObjectOfContext object) {
            return object(object);
        }
        if (primary instanceof ExpressionParser.CallContext call && call.ELLIPSIS() == null) {
            List<Value> arguments =
                    call.expression().stream().map(this::expression).toList();
            return Functions.call(call.NAME().getText(), arguments)
                    .orElseGet(() -> undecided(
                            differsEachTime(call)
                                    ? Value.Unknown.EACH_TIME
                                    : "made by the function `" + call.NAME().getText() + "`",
                            call));
        }
        return undecided("made by an expression that is not evaluated before apply", primary);
    }

    private static boolean differsEachTime(ParseTree tree) {
        if (tree instanceof ExpressionParser.CallContext call
                && EACH_TIME.contains(call.NAME().getText())) {
            return true;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (differsEachTime(tree.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    private Value object(ExpressionParser.ObjectOfContext object) {
        TreeMap<String, Value> members = new TreeMap<>();
        for (ExpressionParser.MemberContext member : object.member()) {
            var key = key(member.key());
            if (key.text().isEmpty()) {
                return undecided("has a key that is not known yet", object);
            }
            members.put(key.text().get(), expression(member.expression()));
        }
        return new Value.Mapping(members);
    }

    private Value key(ExpressionParser.KeyContext key) {
        if (key.expression() != null) {
            return expression(key.expression());
        }
        return key.QUOTE() == null
                ? Value.of(key.getText())
                : Templates.join(key.part().stream().map(this::part).toList());
    }

    /** What begins with a name: a variable, a local value, or a resource. */
    private Value named(String name, List<ExpressionParser.AccessContext> access) {
        if (name.equals("var") || name.equals("local")) {
            String key = access.isEmpty() ? "" : access.get(0).getText().replaceFirst("^\\.", "");
            Value value = (name.equals("var") ? scope.variables() : scope.locals()).apply(key);
            for (ExpressionParser.AccessContext step : access.subList(Math.min(1, access.size()), access.size())) {
                value = step(value, step);
            }
            return value;
        }
        if (name.equals("path")) {
            return Value.of(".");
        }
        if (Set.of("each", "count", "self", "terraform").contains(name)) {
            return new Value.Unknown("`" + name + "` differs from instance to instance", List.of());
        }
        return reference(name, access);
    }

    private Value reference(String name, List<ExpressionParser.AccessContext> access) {
        List<String> parts = new ArrayList<>(List.of(name));
        boolean exact = true;
        for (ExpressionParser.AccessContext step : access) {
            exact &= step.SPLAT() == null;
            if (step.expression() != null) {
                Value index = expression(step.expression());
                exact &= index.text().isPresent();
                parts.add(
                        index instanceof Value.Scalar scalar && scalar.value() instanceof String
                                ? "[\"" + index.text().orElse("") + "\"]"
                                : "[" + index.text().orElse("") + "]");
            } else if (step.SPLAT() == null) {
                parts.add(step.getText().substring(1));
            }
        }
        if (name.equals("module") || parts.size() < 2) {
            return new Value.Unknown("comes from `" + String.join(".", parts) + "`", List.of());
        }
        if (exact) {
            return References.of(parts);
        }
        List<String> known = parts.stream().filter(part -> !part.equals("[]")).toList();
        return new Value.Unknown("is one of several instances", List.of(References.of(known)));
    }

    private Value step(Value value, ExpressionParser.AccessContext step) {
        if (step.SPLAT() != null) {
            return new Value.Unknown("is taken from each of a list", value.references());
        }
        Value index = step.expression() == null ? Value.of(step.getText().substring(1)) : expression(step.expression());
        if (index.text().isEmpty()) {
            return new Value.Unknown("has an index that is not known yet", value.references());
        }
        return Functions.element(value, index.text().get());
    }

    /** Not to be told, but made from the resources named in {@code tree}. */
    private Value undecided(String because, ParseTree tree) {
        List<Value.Reference> from = new ArrayList<>();
        collect(tree, new HashSet<>(), from);
        return new Value.Unknown(because, from.stream().distinct().toList());
    }

    private void collect(ParseTree tree, Set<String> bound, List<Value.Reference> from) {
        Set<String> inside = new HashSet<>(bound);
        if (tree instanceof ExpressionParser.ForListContext list) {
            list.NAME().forEach(name -> inside.add(name.getText()));
        } else if (tree instanceof ExpressionParser.ForObjectContext object) {
            object.NAME().forEach(name -> inside.add(name.getText()));
        }
        if (tree instanceof ExpressionParser.OperandContext operand
                && operand.primary() instanceof ExpressionParser.NameContext name
                && !inside.contains(name.getText())) {
            from.addAll(named(name.getText(), operand.access()).references());
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), inside, from);
        }
    }
}

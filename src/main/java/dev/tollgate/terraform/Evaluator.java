package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Evaluates an expression as far as it can be: what depends on a resource stays a reference to it. */
final class Evaluator {

    private static final Set<String> EACH_TIME = Set.of("bcrypt", "plantimestamp", "timestamp", "uuid");
    private static final String INSTANCES = "is one of several instances";

    private final EvaluationScope scope;

    Evaluator(EvaluationScope scope) {
        this.scope = scope;
    }

    /** One interpolation alone keeps its type; more parts make a string. */
    Value template(List<ExpressionParser.PartContext> parts) {
        if (parts.size() == 1 && parts.get(0) instanceof ExpressionParser.InterpolationContext alone) {
            return expression(alone.expression());
        }
        return joined(parts);
    }

    private Value joined(List<ExpressionParser.PartContext> parts) {
        return made(parts.stream().map(this::part).toList());
    }

    private Value made(List<Value> parts) {
        return scope.effort().afford(Templates.join(parts), parts);
    }

    private Value part(ExpressionParser.PartContext part) {
        if (part instanceof ExpressionParser.InterpolationContext interpolation) {
            return expression(interpolation.expression());
        }
        if (part instanceof ExpressionParser.EscapedContext) {
            return Value.of(part.getText().substring(1));
        }
        if (part instanceof ExpressionParser.BackslashContext) {
            return Value.of(TemplateText.unescaped(part.getText()));
        }
        if (part instanceof ExpressionParser.ChoiceContext choice) {
            return choice(choice);
        }
        if (part instanceof ExpressionParser.LoopContext loop) {
            return loop(loop);
        }
        return Value.of(TemplateText.plain(part));
    }

    private Value choice(ExpressionParser.ChoiceContext choice) {
        Value decided = expression(choice.expression());
        if (decided.bool().isEmpty()) {
            return undecided("depends on a condition that is not known yet", choice);
        }
        List<ExpressionParser.PartContext> yes = new ArrayList<>();
        List<ExpressionParser.PartContext> no = new ArrayList<>();
        boolean isElse = false;
        for (ParseTree child : choice.children) {
            isElse |= child instanceof TerminalNode token && token.getSymbol().getType() == ExpressionLexer.ELSE;
            if (child instanceof ExpressionParser.PartContext part) {
                (isElse ? no : yes).add(part);
            }
        }
        return joined(decided.bool().get() ? yes : no);
    }

    private Value loop(ExpressionParser.LoopContext loop) {
        List<Value> all = new ArrayList<>();
        boolean known =
                each(expression(loop.expression()), loop.NAME(), (inside, key) -> all.add(inside.joined(loop.part())));
        return known ? made(all) : undecided("repeats what is not known yet", loop);
    }

    Value expression(ExpressionParser.ExpressionContext expression) {
        if (!scope.effort().enter()) {
            return Effort.tooLarge();
        }
        try {
            return evaluated(expression);
        } finally {
            scope.effort().leave();
        }
    }

    private Value evaluated(ExpressionParser.ExpressionContext expression) {
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
        return operand.primary() instanceof ExpressionParser.NameContext name
                ? named(name.getText(), access)
                : steps(primary(operand.primary()), access);
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
            return template(quoted.part());
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
        if (primary instanceof ExpressionParser.ForListContext list) {
            return list(list);
        }
        if (primary instanceof ExpressionParser.ForObjectContext object) {
            return grouped(object);
        }
        if (primary instanceof ExpressionParser.CallContext call) {
            return arguments(call)
                    .flatMap(arguments -> Functions.call(call.NAME().getText(), arguments, scope)
                            .map(made -> scope.effort().afford(made, arguments)))
                    .orElseGet(() -> undecided(
                            differsEachTime(call)
                                    ? Value.Unknown.EACH_TIME
                                    : "made by the function `" + call.NAME().getText() + "`",
                            call));
        }
        return undecided("made by an expression that is not evaluated before apply", primary);
    }

    /** A call's arguments; the last is spelled out where {@code ...} says so, as far as it is known. */
    private Optional<List<Value>> arguments(ExpressionParser.CallContext call) {
        List<Value> arguments =
                new ArrayList<>(call.expression().stream().map(this::expression).toList());
        if (call.ELLIPSIS() == null || arguments.isEmpty()) {
            return Optional.of(arguments);
        }
        Value last = arguments.remove(arguments.size() - 1);
        if (!(last instanceof Value.Sequence sequence)) {
            return Optional.empty();
        }
        arguments.addAll(sequence.items());
        return Optional.of(arguments);
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
        return key.QUOTE() == null ? Value.of(key.getText()) : template(key.part());
    }

    private Value list(ExpressionParser.ForListContext list) {
        List<Value> items = new ArrayList<>();
        boolean[] isKnown = {true};
        boolean known = each(expression(list.expression(0)), list.NAME(), (inside, key) -> {
            Optional<Boolean> kept = inside.isKept(list.expression(), 2);
            isKnown[0] &= kept.isPresent();
            if (kept.orElse(false)) {
                items.add(inside.expression(list.expression(1)));
            }
        });
        return known && isKnown[0] ? new Value.Sequence(items) : undecided("is made of what is not known yet", list);
    }

    private Value grouped(ExpressionParser.ForObjectContext object) {
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        boolean[] isKnown = {true};
        boolean known = each(expression(object.expression(0)), object.NAME(), (inside, at) -> {
            Optional<Boolean> kept = inside.isKept(object.expression(), 3);
            isKnown[0] &= kept.isPresent();
            if (kept.orElse(false)) {
                Optional<String> key = inside.expression(object.expression(1)).text();
                isKnown[0] &= key.isPresent();
                key.ifPresent(text -> groups.computeIfAbsent(text, name -> new ArrayList<>())
                        .add(inside.expression(object.expression(2))));
            }
        });
        if (!known || !isKnown[0]) {
            return undecided("is made of what is not known yet", object);
        }
        TreeMap<String, Value> members = new TreeMap<>();
        groups.forEach((key, values) -> members.put(
                key, object.ELLIPSIS() == null ? values.get(values.size() - 1) : new Value.Sequence(values)));
        return new Value.Mapping(members);
    }

    private Optional<Boolean> isKept(List<ExpressionParser.ExpressionContext> parts, int condition) {
        return parts.size() > condition ? expression(parts.get(condition)).bool() : Optional.of(true);
    }

    /** Calls {@code action} for each part of {@code of} with its variables bound; whether the parts are known. */
    private boolean each(Value of, List<TerminalNode> variables, BiConsumer<Evaluator, Value> action) {
        Optional<List<Iteration.Turn>> turns = Iteration.of(of);
        for (Iteration.Turn turn : turns.orElse(List.of())) {
            if (!scope.effort().enter()) {
                return false;
            }
            Map<String, Value> bound = new TreeMap<>();
            bound.put(variables.get(variables.size() - 1).getText(), turn.value());
            if (variables.size() > 1) {
                bound.put(variables.get(0).getText(), turn.key());
            }
            action.accept(new Evaluator(scope.with(bound)), turn.key());
            scope.effort().leave();
        }
        return turns.isPresent();
    }

    /** What begins with a name: a variable, a local value, a module, a resource. */
    private Value named(String name, List<ExpressionParser.AccessContext> access) {
        Value bound = scope.bound().get(name);
        if (bound != null) {
            return steps(bound, access);
        }
        if (name.equals("path")) {
            return Value.of(".");
        }
        if (Set.of("each", "count", "self", "terraform").contains(name)) {
            return new Value.Unknown("`" + name + "` differs from instance to instance", List.of());
        }
        int names = name.equals("data") ? 2 : 1;
        if (access.size() < names || access.subList(0, names).stream().anyMatch(step -> step.DOT() == null)) {
            return new Value.Unknown("comes from `" + name + "`", List.of());
        }
        List<ExpressionParser.AccessContext> rest = access.subList(names, access.size());
        String first = access.get(0).getText().substring(1);
        return switch (name) {
            case "var" -> steps(scope.names().variable(first), rest);
            case "local" -> steps(scope.names().local(first), rest);
            case "module" -> module(first, rest);
            case "data" ->
                steps(scope.names().resource("data." + first + access.get(1).getText()), rest);
            default -> steps(scope.names().resource(name + "." + first), rest);
        };
    }

    /** One output alone is evaluated alone: modules may depend on each other's. */
    private Value module(String name, List<ExpressionParser.AccessContext> access) {
        int keys = !access.isEmpty() && access.get(0).expression() != null ? 1 : 0;
        String key = keys == 0 ? "" : Addresses.key(expression(access.get(0).expression()));
        if (access.size() <= keys || access.get(keys).DOT() == null) {
            return steps(scope.names().module(name), access);
        }
        String output = access.get(keys).getText().substring(1);
        return steps(scope.names().output(name, key, output), access.subList(keys + 1, access.size()));
    }

    private Value steps(Value value, List<ExpressionParser.AccessContext> access) {
        Value at = value;
        for (int i = 0; i < access.size(); i++) {
            ExpressionParser.AccessContext step = access.get(i);
            if (step.SPLAT() != null) {
                return splat(at, step.SPLAT().getText().equals("[*]"), access.subList(i + 1, access.size()));
            }
            at = step(at, step);
        }
        return at;
    }

    /** {@code .*} takes attributes of each, and an index of the list of them; {@code [*]} takes both of each. */
    private Value splat(Value value, boolean isFull, List<ExpressionParser.AccessContext> access) {
        int each = access.size();
        for (int i = 0; i < access.size() && !isFull; i++) {
            if (access.get(i).expression() != null) {
                each = i;
                break;
            }
        }
        List<ExpressionParser.AccessContext> inside = access.subList(0, each);
        Value all;
        if (value.isAbsent()) {
            all = new Value.Sequence(List.of());
        } else if (value instanceof Value.Sequence sequence) {
            all = scope.effort()
                    .afford(
                            new Value.Sequence(sequence.items().stream()
                                    .map(item -> steps(item, inside))
                                    .toList()),
                            List.of(value));
        } else if (value instanceof Value.Mapping || value instanceof Value.Scalar) {
            all = new Value.Sequence(List.of(steps(value, inside)));
        } else {
            Value one = steps(value, inside);
            boolean isResource = value instanceof Value.Reference reference
                    && reference.path().isEmpty();
            return new Value.Unknown(isResource ? INSTANCES : "is taken from each of a list", one.references());
        }
        return steps(all, access.subList(each, access.size()));
    }

    private Value step(Value value, ExpressionParser.AccessContext step) {
        if (step.expression() == null) {
            return Functions.element(value, step.getText().substring(1));
        }
        Value index = expression(step.expression());
        boolean isResource =
                value instanceof Value.Reference reference && reference.path().isEmpty();
        if (index.text().isEmpty()) {
            return new Value.Unknown(isResource ? INSTANCES : "has an index that is not known yet", value.references());
        }
        if (isResource) {
            return new Value.Reference(
                    ((Value.Reference) value).address() + "[" + Addresses.key(index) + "]", List.of());
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
        } else if (tree instanceof ExpressionParser.LoopContext loop) {
            loop.NAME().forEach(name -> inside.add(name.getText()));
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

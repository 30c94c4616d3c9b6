package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template of literal text, references to resources and variables. Nearly all are, and need no grammar, which takes
 * longer than all else that is done with a template.
 */
final class PlainTemplate {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";
    /** A resource's type has an underscore, which tells it from names that stand for something else. */
    private static final String REFERENCE = "((?:data\\.)?[a-z][a-z0-9]*_[a-z0-9_]*(?:\\." + NAME + "){1,6})";

    private static final String STEP = "\\." + NAME + "|\\[\"[^\"\\\\$%]*\"]";
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\{(?:" + REFERENCE + "|var\\.(" + NAME + ")((?:" + STEP + "){0,6}))}");
    private static final Pattern STEPS = Pattern.compile("\\.(" + NAME + ")|\\[\"([^\"]*)\"]");

    private PlainTemplate() {}

    /** What {@code text} holds; empty where it takes the grammar to tell. */
    static Optional<Value> evaluate(String text, EvaluationScope scope) {
        List<Value> parts = new ArrayList<>();
        Matcher expression = EXPRESSION.matcher(text);
        int end = 0;
        while (expression.find()) {
            if (!literal(text.substring(end, expression.start()), parts)) {
                return Optional.empty();
            }
            Value value = expression.group(1) != null
                    ? reference(expression.group(1), scope)
                    : variable(expression.group(2), expression.group(3), scope);
            if (value == null) {
                return Optional.empty();
            }
            parts.add(value);
            end = expression.end();
        }
        if (!literal(text.substring(end), parts)) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : Templates.join(parts));
    }

    /** Adds what stands between two expressions; whether it is literal text to the grammar, too. */
    private static boolean literal(String literal, List<Value> parts) {
        if (!literal.isEmpty()) {
            parts.add(Value.of(literal));
        }
        return literal.indexOf('$') < 0 && literal.indexOf('%') < 0;
    }

    /** Null where it takes the grammar to tell: what is called like a resource may be bound to something else. */
    private static @Nullable Value reference(String text, EvaluationScope scope) {
        String[] names = text.split("\\.", -1);
        int head = names[0].equals("data") ? 3 : 2;
        if (names.length < head || scope.bound().containsKey(names[0])) {
            return null;
        }
        Value value = scope.names().resource(String.join(".", List.of(names).subList(0, head)));
        for (int i = head; i < names.length; i++) {
            value = Functions.element(value, names[i]);
        }
        return value;
    }

    private static Value variable(String name, String steps, EvaluationScope scope) {
        Value value = scope.names().variable(name);
        Matcher step = STEPS.matcher(steps);
        while (step.find()) {
            value = Functions.element(value, step.group(1) != null ? step.group(1) : step.group(2));
        }
        return value;
    }
}

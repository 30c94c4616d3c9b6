package dev.tollgate.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Those of Terraform's functions that configurations of APIs use and that need nothing but their arguments. */
final class Functions {

    private Functions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or the function is not known here. */
    static Optional<Value> call(String name, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Value first = arguments.get(0);
        return switch (name) {
            case "coalesce", "try" -> first(arguments);
            case "tostring" -> first.text().map(Value::of);
            case "tonumber" -> first.number().map(Value::scalar);
            case "tobool" -> first.bool().map(Value::scalar);
            case "nonsensitive" -> certain(first instanceof Value.Sensitive sensitive ? sensitive.hidden() : first);
            case "sensitive" -> Optional.of(first instanceof Value.Sensitive ? first : new Value.Sensitive(first));
            case "length" -> length(first).map(length -> Value.scalar(BigDecimal.valueOf(length)));
            case "tolist", "toset", "tomap", "compact", "distinct" -> certain(first);
            case "lower" -> first.text().map(text -> Value.of(text.toLowerCase(Locale.ROOT)));
            case "upper" -> first.text().map(text -> Value.of(text.toUpperCase(Locale.ROOT)));
            case "trimspace" -> first.text().map(text -> Value.of(text.strip()));
            case "trimsuffix" ->
                text(
                        arguments,
                        (text, end) -> text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text);
            case "trimprefix" ->
                text(arguments, (text, start) -> text.startsWith(start) ? text.substring(start.length()) : text);
            case "concat" -> concat(arguments);
            case "merge" -> merge(arguments);
            case "join" -> arguments.size() == 2 ? joined(first, arguments.get(1)) : Optional.empty();
            case "format" -> formatted(arguments);
            case "keys" ->
                first instanceof Value.Mapping mapping
                        ? Optional.of(new Value.Sequence(mapping.members().keySet().stream()
                                .map(Value::of)
                                .toList()))
                        : Optional.empty();
            case "values" ->
                first instanceof Value.Mapping mapping
                        ? Optional.of(
                                new Value.Sequence(List.copyOf(mapping.members().values())))
                        : Optional.empty();
            case "lookup" ->
                arguments.size() > 1 && first instanceof Value.Mapping
                        ? arguments
                                .get(1)
                                .text()
                                .map(key -> first.get(key).isAbsent() && arguments.size() > 2
                                        ? arguments.get(2)
                                        : first.get(key))
                        : Optional.empty();
            case "element" ->
                arguments.size() == 2 ? arguments.get(1).text().map(index -> element(first, index)) : Optional.empty();
            case "one" ->
                first instanceof Value.Sequence one && one.items().size() < 2
                        ? Optional.of(
                                one.items().isEmpty()
                                        ? Value.absent()
                                        : one.items().get(0))
                        : Optional.empty();
            case "jsonencode" -> JsonText.of(first);
            case "jsondecode" -> first.text().flatMap(JsonText::read);
            default -> Optional.empty();
        };
    }

    /** A member or an item; what is not there is absent. */
    static Value element(Value value, String index) {
        if (value instanceof Value.Sequence sequence && index.matches("[0-9]{1,9}")) {
            int at = Integer.parseInt(index);
            return at < sequence.items().size() ? sequence.items().get(at) : Value.absent();
        }
        if (value instanceof Value.Sequence) {
            return new Value.Unknown("`" + index + "` is not an index", value.references());
        }
        return value.get(index);
    }

    private static Optional<Integer> length(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return Optional.of(sequence.items().size());
        }
        if (value instanceof Value.Mapping mapping) {
            return Optional.of(mapping.members().size());
        }
        return value.text().map(text -> text.codePointCount(0, text.length()));
    }

    /** The first that is not null and not empty; one that is not known ends the search. */
    private static Optional<Value> first(List<Value> arguments) {
        for (Value argument : arguments) {
            if (!argument.isAbsent() && !argument.is("")) {
                return argument instanceof Value.Unknown ? Optional.empty() : Optional.of(argument);
            }
        }
        return Optional.of(Value.absent());
    }

    private static Optional<Value> certain(Value value) {
        return value instanceof Value.Unknown ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Value> text(List<Value> arguments, java.util.function.BinaryOperator<String> function) {
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        return arguments
                .get(0)
                .text()
                .flatMap(text -> arguments.get(1).text().map(other -> Value.of(function.apply(text, other))));
    }

    private static Optional<Value> concat(List<Value> arguments) {
        List<Value> all = new ArrayList<>();
        for (Value argument : arguments) {
            if (!(argument instanceof Value.Sequence sequence)) {
                return Optional.empty();
            }
            all.addAll(sequence.items());
        }
        return Optional.of(new Value.Sequence(all));
    }

    private static Optional<Value> merge(List<Value> arguments) {
        TreeMap<String, Value> all = new TreeMap<>();
        for (Value argument : arguments) {
            if (!(argument instanceof Value.Mapping mapping)) {
                return Optional.empty();
            }
            all.putAll(mapping.members());
        }
        return Optional.of(new Value.Mapping(all));
    }

    private static Optional<Value> joined(Value separator, Value list) {
        if (separator.text().isEmpty() || !(list instanceof Value.Sequence sequence)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        for (Value item : sequence.items()) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(item);
        }
        return Optional.of(Templates.join(parts));
    }

    /** {@code %s} and {@code %d} only. */
    private static Optional<Value> formatted(List<Value> arguments) {
        Optional<String> pattern = arguments.get(0).text();
        if (pattern.isEmpty() || pattern.get().replaceAll("%[sd]", "").contains("%")) {
            return Optional.empty();
        }
        String[] texts = pattern.get().split("%[sd]", -1);
        if (texts.length != arguments.size()) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>(List.of(Value.of(texts[0])));
        for (int i = 1; i < texts.length; i++) {
            parts.add(arguments.get(i));
            parts.add(Value.of(texts[i]));
        }
        return Optional.of(Templates.join(parts));
    }
}

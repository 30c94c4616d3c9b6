package dev.tollgate.terraform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Those of Terraform's functions that configurations of APIs use and that need nothing but their arguments and files.
 */
final class Functions {

    private Functions() {}

    /** What {@code name} makes of {@code arguments}; empty when it is not known, or the function is not known here. */
    static Optional<Value> call(String name, List<Value> all, EvaluationScope scope) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Arguments arguments = new Arguments(all);
        return switch (name) {
            case "coalesce" -> filled(arguments);
            case "try" -> first(arguments);
            case "can" -> certain(arguments.at(0)).map(value -> Value.scalar(!value.isAbsent()));
            case "tostring" -> converted(arguments, Value::text);
            case "tonumber" -> converted(arguments, Value::number);
            case "tobool" -> converted(arguments, Value::bool);
            case "sensitive" -> Optional.of(hidden(arguments.at(0)));
            case "nonsensitive" -> certain(shown(arguments.at(0)));
            default ->
                TextFunctions.call(name, arguments)
                        .or(() -> CollectionFunctions.call(name, arguments))
                        .or(() -> NumberFunctions.call(name, arguments))
                        .or(() -> EncodingFunctions.call(name, arguments))
                        .or(() -> FileFunctions.call(name, arguments, scope));
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

    private static Optional<Value> converted(Arguments arguments, Function<Value, Optional<?>> type) {
        return arguments.at(0).isAbsent()
                ? Optional.of(Value.absent())
                : type.apply(arguments.at(0)).map(Value::scalar);
    }

    private static Value hidden(Value value) {
        return value instanceof Value.Sensitive ? value : new Value.Sensitive(value);
    }

    private static Value shown(Value value) {
        return value instanceof Value.Sensitive sensitive ? sensitive.hidden() : value;
    }

    private static Optional<Value> certain(Value value) {
        return value instanceof Value.Unknown ? Optional.empty() : Optional.of(value);
    }

    /** The first that is not null and not empty; one that is not known ends the search. */
    private static Optional<Value> filled(Arguments arguments) {
        return arguments.all().stream()
                .filter(argument -> !argument.isAbsent() && !argument.is(""))
                .findFirst()
                .flatMap(Functions::certain);
    }

    /** The first that is there: what leads nowhere is absent. */
    private static Optional<Value> first(Arguments arguments) {
        return arguments.all().stream()
                .filter(argument -> !argument.isAbsent())
                .findFirst()
                .map(Functions::certain)
                .orElseGet(() -> Optional.of(Value.absent()));
    }
}

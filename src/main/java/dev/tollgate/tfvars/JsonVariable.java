package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key {@code variable} of a JSON file: where its value reads as a block of Terraform's own language, Terraform
 * takes the file for one that declares variables, and refuses it.
 */
final class JsonVariable {

    private JsonVariable() {}

    static boolean isDeclared(Value.Entry entry) {
        return entry.key().equals("variable") && labels(entry.value()).anyMatch(JsonVariable::isBlock);
    }

    private static Stream<Value.Entry> labels(Value value) {
        List<Value> objects = value instanceof Value.Items items ? items.items() : List.of(value);
        return objects.stream().filter(Value.Entries.class::isInstance).flatMap(object -> ((Value.Entries) object)
                .entries().stream());
    }

    private static boolean isBlock(Value.Entry label) {
        return label.value() instanceof Value.Entries
                || (label.value() instanceof Value.Items items && !items.items().isEmpty());
    }

    static Finding mistake(Location location) {
        String message = "key `variable` declares a variable, only values are allowed";
        return Finding.error("syntax-error", "variable", location, message, "write `\"name\": value`");
    }
}

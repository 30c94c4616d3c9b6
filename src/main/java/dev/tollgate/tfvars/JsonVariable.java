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

    static boolean isDeclared(TfvarsValue.Entry entry) {
        return entry.key().equals("variable") && labels(entry.value()).anyMatch(JsonVariable::isBlock);
    }

    private static Stream<TfvarsValue.Entry> labels(TfvarsValue value) {
        List<TfvarsValue> objects = value instanceof TfvarsValue.Items items ? items.items() : List.of(value);
        return objects.stream()
                .filter(TfvarsValue.Entries.class::isInstance)
                .flatMap(object -> ((TfvarsValue.Entries) object).entries().stream());
    }

    private static boolean isBlock(TfvarsValue.Entry label) {
        return label.value() instanceof TfvarsValue.Entries
                || (label.value() instanceof TfvarsValue.Items items
                        && !items.items().isEmpty());
    }

    static Finding mistake(Location location) {
        String message = "key `variable` declares a variable, only values are allowed";
        return Finding.error("syntax-error", "variable", location, message, "write `\"name\": value`");
    }
}

package dev.tollgate.tfvars;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/** Compares what we read with what Terraform read; numbers by their value, however they are written. */
final class SameValue {

    private SameValue() {}

    /** Whether the file's keys have these values; Terraform has {@code null} for every key the file does not set. */
    static boolean ofFile(TfvarsValue.Entries file, JsonNode terraform) {
        boolean same = file.entries().stream()
                .allMatch(entry -> terraform.has(entry.key()) && of(entry.value(), terraform.get(entry.key())));
        long ours = file.entries().stream()
                .filter(entry -> !(entry.value() instanceof TfvarsValue.Null))
                .count();
        long theirs = terraform
                .propertyStream()
                .filter(key -> !key.getValue().isNull())
                .count();
        return same && ours == theirs;
    }

    static boolean of(TfvarsValue ours, JsonNode theirs) {
        if (ours instanceof TfvarsValue.Text text) {
            return theirs.isTextual() && theirs.textValue().equals(text.text());
        }
        if (ours instanceof TfvarsValue.Num number) {
            return theirs.isNumber() && theirs.decimalValue().compareTo(number.number()) == 0;
        }
        if (ours instanceof TfvarsValue.Bool bool) {
            return theirs.isBoolean() && theirs.booleanValue() == bool.truth();
        }
        if (ours instanceof TfvarsValue.Items items) {
            return theirs.isArray()
                    && theirs.size() == items.items().size()
                    && IntStream.range(0, theirs.size())
                            .allMatch(i -> of(items.items().get(i), theirs.get(i)));
        }
        if (ours instanceof TfvarsValue.Entries entries) {
            return theirs.isObject()
                    && theirs.size() == entries.entries().size()
                    && entries.entries().stream()
                            .allMatch(entry -> theirs.has(entry.key()) && of(entry.value(), theirs.get(entry.key())));
        }
        return theirs.isNull();
    }
}

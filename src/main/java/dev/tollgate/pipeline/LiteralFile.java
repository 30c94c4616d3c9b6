package dev.tollgate.pipeline;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.Value;
import dev.tollgate.tfvars.Parsed;
import dev.tollgate.tfvars.TfvarsReader;
import dev.tollgate.tfvars.TfvarsValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of literals that is no environment: a var file, or one of suppressions. */
final class LiteralFile {

    private LiteralFile() {}

    /** What stands in {@code file}, HCL or JSON by its ending. */
    static TfvarsValue.Entries read(Path file) {
        String shown = file.toString().replace('\\', '/');
        Parsed parsed = TfvarsReader.parse(shown, content(file));
        if (!parsed.findings().isEmpty()) {
            Finding first = parsed.findings().get(0);
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    first.location() + ": " + first.message(),
                    first.hint().orElse("fix the file"));
        }
        return parsed.entries();
    }

    /** What {@code file} holds. */
    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + file.toString().replace('\\', '/') + "`",
                    "name an existing file",
                    e);
        }
    }

    /** The variables' values that {@code file} gives. */
    static SortedMap<String, Value> variables(Path file) {
        SortedMap<String, Value> variables = new TreeMap<>();
        read(file).entries().forEach(entry -> variables.put(entry.key(), value(entry.value())));
        return variables;
    }

    private static Value value(TfvarsValue literal) {
        if (literal instanceof TfvarsValue.Entries entries) {
            TreeMap<String, Value> members = new TreeMap<>();
            entries.entries().forEach(entry -> members.put(entry.key(), value(entry.value())));
            return new Value.Mapping(members);
        }
        if (literal instanceof TfvarsValue.Items items) {
            List<Value> values = new ArrayList<>();
            items.items().forEach(item -> values.add(value(item)));
            return new Value.Sequence(values);
        }
        if (literal instanceof TfvarsValue.Text text) {
            return Value.of(text.text());
        }
        if (literal instanceof TfvarsValue.Num num) {
            BigDecimal number = num.number();
            return new Value.Scalar(number);
        }
        return literal instanceof TfvarsValue.Bool bool ? new Value.Scalar(bool.truth()) : Value.absent();
    }
}

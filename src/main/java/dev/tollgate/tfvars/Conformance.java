package dev.tollgate.tfvars;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.NotOffered;
import dev.tollgate.schema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds a file's values against the schema: unknown keys, wrong types, missing keys, values AWS refuses. What conforms
 * comes out as plain data, converted as Terraform converts ({@code "5"} is a number where one is wanted); what does not
 * is left out, so that the rest can still be judged. {@code null} is as if the key were not there.
 */
final class Conformance {

    private final Map<KeyPath, Location> locations;
    private final List<Finding> findings;
    private final Bounds limits;

    Conformance(Map<KeyPath, Location> locations, List<Finding> findings) {
        this.locations = locations;
        this.findings = findings;
        this.limits = new Bounds(locations, findings);
    }

    /** The conforming part of {@code value} as a String, BigDecimal, Boolean, List or SortedMap. */
    Optional<Object> conform(TfvarsValue value, Type type, KeyPath path) {
        locations.putIfAbsent(path, value.location());
        if (value instanceof TfvarsValue.Null) {
            return Optional.empty();
        }
        if (type instanceof Type.Primitive primitive) {
            return primitive(value, primitive, path);
        }
        if (type instanceof Type.ListOf list) {
            return value instanceof TfvarsValue.Items items
                    ? Optional.of(list(items, list, path))
                    : wrongType(value, type, path);
        }
        if (!(value instanceof TfvarsValue.Entries entries)) {
            return wrongType(value, type, path);
        }
        return Optional.of(
                type instanceof Type.ObjectOf object
                        ? object(entries, object, path)
                        : map(entries, (Type.MapOf) type, path));
    }

    private Optional<Object> primitive(TfvarsValue value, Type.Primitive wanted, KeyPath path) {
        Optional<Object> converted =
                switch (wanted) {
                    case STRING -> asString(value);
                    case NUMBER -> asNumber(value);
                    case BOOL -> asBool(value);
                };
        return converted.isPresent() ? converted : wrongType(value, wanted, path);
    }

    private static Optional<Object> asString(TfvarsValue value) {
        if (value instanceof TfvarsValue.Text text) {
            return Optional.of(text.text());
        }
        if (value instanceof TfvarsValue.Num number) {
            return Optional.of(number.number().stripTrailingZeros().toPlainString());
        }
        return value instanceof TfvarsValue.Bool bool ? Optional.of(String.valueOf(bool.truth())) : Optional.empty();
    }

    private static Optional<Object> asNumber(TfvarsValue value) {
        if (value instanceof TfvarsValue.Num number) {
            return Optional.of(plain(number.number()));
        }
        if (value instanceof TfvarsValue.Text text && text.text().matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Optional.of(plain(new BigDecimal(text.text())));
        }
        return Optional.empty();
    }

    /** The number without trailing zeros or an exponent, as Terraform's JSON has it. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static Optional<Object> asBool(TfvarsValue value) {
        if (value instanceof TfvarsValue.Bool bool) {
            return Optional.of(bool.truth());
        }
        return value instanceof TfvarsValue.Text text
                        && (text.text().equals("true") || text.text().equals("false"))
                ? Optional.of(Boolean.valueOf(text.text()))
                : Optional.empty();
    }

    private List<Object> list(TfvarsValue.Items items, Type.ListOf type, KeyPath path) {
        List<Object> conforming = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            TfvarsValue item = items.items().get(i);
            KeyPath at = path.child(String.valueOf(i));
            if (item instanceof TfvarsValue.Null) {
                report(
                        "wrong-type",
                        at,
                        item.location(),
                        "`" + at + "` is null; every item of `" + path + "` is needed",
                        "leave the item out");
                continue;
            }
            conform(item, type.element(), at).ifPresent(conforming::add);
        }
        return conforming;
    }

    private SortedMap<String, Object> map(TfvarsValue.Entries entries, Type.MapOf type, KeyPath path) {
        SortedMap<String, Object> conforming = new TreeMap<>();
        for (TfvarsValue.Entry entry : entries.entries()) {
            KeyPath at = path.child(entry.key());
            locations.put(at, entry.location());
            conform(entry.value(), type.element(), at).ifPresent(value -> conforming.put(entry.key(), value));
        }
        return conforming;
    }

    /** An object's conforming attributes; at the top of a file, too. */
    SortedMap<String, Object> object(TfvarsValue.Entries entries, Type.ObjectOf type, KeyPath path) {
        SortedMap<String, Object> conforming = new TreeMap<>();
        for (TfvarsValue.Entry entry : entries.entries()) {
            KeyPath at = path.child(entry.key());
            Optional<Attribute> attribute = type.attribute(entry.key());
            if (attribute.isEmpty()) {
                unknownKey(entry, type, path);
                continue;
            }
            locations.put(at, entry.location());
            conform(entry.value(), attribute.get().type(), at).ifPresent(value -> {
                attribute.get().limit().ifPresent(limit -> limits.hold(value, limit, at));
                conforming.put(entry.key(), value);
            });
        }
        for (Attribute attribute : type.attributes()) {
            if (attribute.required() && !path.parts().isEmpty() && isAbsent(entries, attribute.name())) {
                missingKey(attribute, path);
            }
        }
        return conforming;
    }

    private static boolean isAbsent(TfvarsValue.Entries entries, String key) {
        return entries.entries().stream()
                .noneMatch(e -> e.key().equals(key) && !(e.value() instanceof TfvarsValue.Null));
    }

    /** Says that {@code path} lacks a key it needs. */
    void missingKey(Attribute attribute, KeyPath path) {
        Location at = locations.getOrDefault(path, locations.getOrDefault(KeyPath.ROOT, Location.startOf("")));
        String where = path.parts().isEmpty() ? "the file" : "`" + path + "`";
        report(
                "missing-key",
                path.parts().isEmpty() ? KeyPath.of(attribute.name()) : path,
                at,
                where + " has no `" + attribute.name() + "`, "
                        + attribute.type().spoken() + ": " + attribute.description(),
                "add `" + attribute.name() + " = …`"
                        + attribute.limit().map(l -> ", " + l.allowed()).orElse(""));
    }

    private void unknownKey(TfvarsValue.Entry entry, Type.ObjectOf type, KeyPath path) {
        List<String> known = type.attributes().stream().map(Attribute::name).toList();
        report(
                "unknown-key",
                path.child(entry.key()),
                entry.location(),
                "unknown key `" + entry.key() + "`" + (path.parts().isEmpty() ? "" : " in `" + path + "`"),
                NotOffered.under(path.child(entry.key()).parts())
                        .map(one -> "`" + entry.key() + "` (" + one.thing() + ") is not offered: see " + one.link())
                        .or(() -> Suggestion.nearest(entry.key(), known).map(word -> "did you mean `" + word + "`?"))
                        .orElse("known here: " + String.join(", ", known)));
    }

    private Optional<Object> wrongType(TfvarsValue value, Type type, KeyPath path) {
        report(
                "wrong-type",
                path,
                value.location(),
                "`" + path + "` is " + spoken(value) + ", where " + type.spoken() + " is wanted",
                hint(value, type));
        return Optional.empty();
    }

    private static String hint(TfvarsValue value, Type type) {
        if (type instanceof Type.ListOf && value instanceof TfvarsValue.Text text) {
            return "write `[\"" + text.text() + "\"]`";
        }
        return type == Type.Primitive.BOOL ? "write `true` or `false`" : "write " + type.spoken();
    }

    private static String spoken(TfvarsValue value) {
        if (value instanceof TfvarsValue.Items) {
            return "a list";
        }
        if (value instanceof TfvarsValue.Entries) {
            return "an object";
        }
        if (value instanceof TfvarsValue.Text text) {
            return "the string `\"" + text.text() + "\"`";
        }
        return "`" + asString(value).orElse("null") + "`";
    }

    private void report(String rule, KeyPath path, Location at, String message, String hint) {
        findings.add(Finding.error(rule, path.subject(), at, message, hint));
    }
}

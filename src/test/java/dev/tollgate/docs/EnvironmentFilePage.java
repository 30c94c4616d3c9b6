package dev.tollgate.docs;

import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of the environment file, rendered from its schema. */
final class EnvironmentFilePage {

    private static final String HEAD = """
            # The environment file

            Made from the schema by `make golden`; a test holds it against the code. A file is `environments/<name>.tfvars`, or the
            same keys in `environments/<name>.tfvars.json`; folders are allowed. `common.tfvars` beside it comes first and is
            overridden key by key.

            **Late** values may be changed at plan time with `-var-file`; every other value decides which resources there are, and
            a var file that differs there fails the plan with "run synth again". A map's names are never late. Bold keys are needed.
            Limits are AWS's where a page is named. What is **fixed** cannot be changed once something is made of it: choose it
            with care.

            """;

    private EnvironmentFilePage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        section(page, "Top level", EnvironmentSchema.ROOT);
        return page.toString().stripTrailing() + "\n";
    }

    private static void section(StringBuilder page, String title, Type.ObjectOf object) {
        page.append("## ").append(title).append("\n\n");
        page.append("| key | type | default | late | allowed | meaning |\n|---|---|---|---|---|---|\n");
        object.attributes().forEach(attribute -> page.append(row(attribute)));
        page.append('\n');
        for (Attribute attribute : object.attributes()) {
            parts(attribute.type()).ifPresent(inner -> section(page, heading(title, attribute), inner));
        }
    }

    private static String heading(String title, Attribute attribute) {
        String above = title.equals("Top level") ? "" : title.replace("`", "") + ".";
        String entry = attribute.type() instanceof Type.MapOf
                ? ".<name>"
                : attribute.type() instanceof Type.ListOf ? "[]" : "";
        return "`" + above + attribute.name() + entry + "`";
    }

    private static Optional<Type.ObjectOf> parts(Type type) {
        if (type instanceof Type.ObjectOf object) {
            return Optional.of(object);
        }
        if (type instanceof Type.MapOf map) {
            return parts(map.element());
        }
        return type instanceof Type.ListOf list ? parts(list.element()) : Optional.empty();
    }

    private static String row(Attribute attribute) {
        String name = "`" + attribute.name() + "`";
        return "| " + (attribute.required() ? "**" + name + "**" : name)
                + " | " + attribute.type().spoken().replaceFirst("^an? ", "")
                + " | " + attribute.value().map(EnvironmentFilePage::value).orElse("")
                + " | " + (attribute.late() ? "late" : "")
                + " | " + attribute.limit().map(EnvironmentFilePage::limit).orElse("")
                + " | " + meaning(attribute).replace("|", "\\|") + " |\n";
    }

    private static String meaning(Attribute attribute) {
        String only = attribute.capabilities().stream()
                .filter(capability -> capability.kinds().size() == 1
                        && capability.key().isEmpty()
                        && capability.value().isEmpty())
                .map(capability -> "`" + capability.kinds().iterator().next().word() + "` only: ")
                .findFirst()
                .orElse("");
        return only
                + attribute.description()
                + attribute.fixed().map(why -> ". **Fixed**: " + why).orElse("");
    }

    private static String value(Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return "empty";
        }
        return value instanceof String ? "`\"" + value + "\"`" : "`" + value + "`";
    }

    private static String limit(Limit limit) {
        if (limit instanceof Limit.Each each) {
            Stream<String> whole = each.whole().stream().map(EnvironmentFilePage::limit);
            Stream<String> keys = each.keys().map(bound -> "names: " + limit(bound)).stream();
            Stream<String> items = each.items().map(bound -> "each: " + limit(bound)).stream();
            return Stream.of(whole, keys, items).flatMap(parts -> parts).collect(Collectors.joining("; "));
        }
        if (limit instanceof Limit.All all) {
            return all.bounds().stream().map(EnvironmentFilePage::limit).collect(Collectors.joining("; "));
        }
        String allowed = limit.allowed().replace("|", "\\|");
        return limit.source().isEmpty() ? allowed : allowed + " ([AWS](" + limit.source() + "))";
    }
}

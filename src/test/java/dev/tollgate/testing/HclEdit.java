package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Edits HCL as {@code terraform fmt} leaves it, by the path of what changes: {@code type/name/attribute}, as in the
 * JSON of the same stack. A value is written as JSON, which HCL takes, or as a block where the provider's schema has
 * one.
 */
public final class HclEdit {

    private static final Path PROVIDER = Path.of("src/test/resources/plans/provider.json");
    private static final String MAIN = "main.tf";

    private final Map<String, List<String>> files = new TreeMap<>();
    private final JsonNode provider;

    private HclEdit(Map<String, String> texts) throws IOException {
        texts.forEach(
                (name, text) -> files.put(name, new ArrayList<>(text.lines().toList())));
        this.provider = new ObjectMapper().readTree(PROVIDER.toFile());
    }

    /** The files {@code texts}, by their names, with every path of {@code edit} changed. */
    public static Map<String, String> of(Map<String, String> texts, JsonNode edit) throws IOException {
        HclEdit edited = new HclEdit(texts);
        edit.properties().forEach(one -> edited.change(one.getKey(), one.getValue()));
        Map<String, String> result = new TreeMap<>();
        edited.files.forEach((name, lines) -> result.put(name, String.join("\n", lines) + "\n"));
        return result;
    }

    /** Lines {@code from} to {@code to}, the last one not among them, of {@code lines}. */
    private record Part(List<String> lines, int from, int to) {

        void replace(List<String> by) {
            lines.subList(from, to).clear();
            lines.addAll(from, by);
        }

        /** What stands between the braces. */
        Part inside() {
            return new Part(lines, from + 1, to - 1);
        }
    }

    private void change(String path, JsonNode value) {
        List<String> steps = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        String type = steps.remove(0);
        if (steps.isEmpty()) {
            removeAll(type);
            return;
        }
        String name = steps.remove(0);
        JsonNode schema = provider.path(type);
        Part resource = resource(type, name);
        if (steps.isEmpty()) {
            replaceResource(type, name, resource, value);
        } else if (resource == null) {
            throw new AssertionError("there is no `" + type + "." + name + "`");
        } else {
            set(resource.inside(), steps, value, schema, 1);
        }
    }

    private void removeAll(String type) {
        Pattern head = Pattern.compile("resource \"" + type + "\" \"\\w+\" \\{");
        for (List<String> lines : files.values()) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (head.matcher(lines.get(i)).matches()) {
                    new Part(lines, i, end(lines, i)).replace(List.of());
                }
            }
        }
    }

    private void replaceResource(String type, String name, @Nullable Part resource, JsonNode value) {
        List<String> text = new ArrayList<>();
        if (!value.isNull()) {
            text.add("resource \"%s\" \"%s\" {".formatted(type, name));
            value.properties()
                    .forEach(one -> text.addAll(rendered(
                            one.getKey(), one.getValue(), provider.path(type).path(one.getKey()), 1)));
            text.add("}");
        } else if (resource == null) {
            throw new AssertionError("there is no `" + type + "." + name + "`");
        }
        if (resource != null) {
            resource.replace(text);
        } else {
            List<String> main = files.getOrDefault(MAIN, List.of());
            main.addAll(text);
        }
    }

    private @Nullable Part resource(String type, String name) {
        String head = "resource \"%s\" \"%s\" {".formatted(type, name);
        for (List<String> lines : files.values()) {
            int from = lines.indexOf(head);
            if (from >= 0) {
                return new Part(lines, from, end(lines, from));
            }
        }
        return null;
    }

    private static void set(Part within, List<String> steps, JsonNode value, JsonNode schema, int depth) {
        String step = steps.get(0);
        JsonNode its = schema.path(step);
        List<String> left = steps.subList(1, steps.size());
        List<Part> found = named(within, step, depth);
        if (left.isEmpty()) {
            if (value.isNull() && found.isEmpty()) {
                throw new AssertionError("there is no `" + step + "`");
            }
            int at = found.isEmpty() ? within.to() : found.get(0).from();
            for (int i = found.size() - 1; i >= 0; i--) {
                found.get(i).replace(List.of());
            }
            within.lines().addAll(at, value.isNull() ? List.of() : rendered(step, value, its, depth));
            return;
        }
        boolean numbered = left.get(0).matches("\\d+");
        int which = numbered ? Integer.parseInt(left.get(0)) : 0;
        List<String> deeper = numbered ? left.subList(1, left.size()) : left;
        if (found.isEmpty()) {
            within.lines().addAll(within.to(), List.of("  ".repeat(depth) + step + " {", "  ".repeat(depth) + "}"));
            found = named(new Part(within.lines(), within.from(), within.to() + 2), step, depth);
        }
        set(found.get(which).inside(), deeper, value, its.path("of"), depth + 1);
    }

    /** The attributes or blocks {@code name} of {@code within}. */
    private static List<Part> named(Part within, String name, int depth) {
        Pattern head = Pattern.compile("  ".repeat(depth) + "\"?" + Pattern.quote(name) + "\"?\\s*[={].*");
        List<Part> found = new ArrayList<>();
        for (int i = within.from(); i < within.to(); i++) {
            if (head.matcher(within.lines().get(i)).matches()) {
                found.add(new Part(within.lines(), i, end(within.lines(), i)));
            }
        }
        return found;
    }

    /** The line after the last one of what begins at {@code from}: where its brackets are closed. */
    private static int end(List<String> lines, int from) {
        int open = 0;
        for (int i = from; i < lines.size(); i++) {
            open += lines.get(i)
                    .chars()
                    .map(c -> "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0)
                    .sum();
            if (open == 0) {
                return i + 1;
            }
        }
        throw new AssertionError("`" + lines.get(from) + "` has no end");
    }

    private static List<String> rendered(String name, JsonNode value, JsonNode schema, int depth) {
        String indent = "  ".repeat(depth);
        boolean isBlock = schema.has("block") || name.equals("lifecycle");
        if (!isBlock) {
            return List.of(indent + name + " = " + value);
        }
        Stream<JsonNode> blocks = value.isArray() ? value.valueStream() : Stream.of(value);
        return blocks.flatMap(block -> Stream.of(
                                Stream.of(indent + name + " {"),
                                block.properties().stream()
                                        .flatMap(one -> rendered(
                                                one.getKey(),
                                                one.getValue(),
                                                schema.path("of").path(one.getKey()),
                                                depth + 1)
                                                .stream()),
                                Stream.of(indent + "}"))
                        .flatMap(lines -> lines))
                .toList();
    }
}

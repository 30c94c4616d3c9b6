package dev.tollgate.terraform;

import dev.tollgate.finding.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The blocks of one module's files, with what its override files replace.
 * https://developer.hashicorp.com/terraform/language/files/override
 */
final class Declarations {

    /** Kinds of blocks with the number of their labels. */
    private static final Map<String, Integer> KINDS =
            Map.of("resource", 2, "data", 2, "variable", 1, "output", 1, "module", 1, "provider", 1);

    /**
     * A block.
     *
     * @param labels its type and name, or its name alone
     * @param body an object, where the file is whole
     */
    record Block(String kind, List<String> labels, JsonNode body) {

        /** What others call it: {@code aws_lambda_function.books}. */
        String label() {
            return (kind.equals("data") ? "data." : "") + String.join(".", labels);
        }

        SortedMap<String, JsonNode> members() {
            return Blocks.members(body);
        }

        private boolean isSame(Block other) {
            return kind.equals(other.kind)
                    && labels.equals(other.labels)
                    && (!kind.equals("provider") || alias().equals(other.alias()));
        }

        private String alias() {
            return members().containsKey("alias")
                    ? Blocks.plain(members().get("alias")).text().orElse("")
                    : "";
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, JsonNode> locals = new LinkedHashMap<>();
    private final Map<String, JsonNode> settings = new LinkedHashMap<>();
    private final Map<String, String> moved = new TreeMap<>();

    /** What {@code roots} hold together, {@code overrides} over them in their order. */
    static Declarations of(List<JsonNode.Members> roots, List<JsonNode.Members> overrides) {
        Declarations declared = new Declarations();
        roots.forEach(root -> declared.blocks.addAll(blocks(root)));
        roots.forEach(declared::unlabelled);
        for (JsonNode.Members override : overrides) {
            blocks(override).forEach(declared::override);
            declared.unlabelled(override);
        }
        return declared;
    }

    private static List<Block> blocks(JsonNode.Members root) {
        List<Block> found = new ArrayList<>();
        new TreeMap<>(KINDS).forEach((kind, labels) -> {
            for (Blocks.Named first : Blocks.named(root, kind)) {
                if (labels == 1) {
                    found.add(new Block(kind, List.of(first.name()), first.node()));
                } else {
                    Blocks.named(first.node())
                            .forEach(second ->
                                    found.add(new Block(kind, List.of(first.name(), second.name()), second.node())));
                }
            }
        });
        return found;
    }

    private void unlabelled(JsonNode.Members root) {
        if (root.members().containsKey("locals")) {
            Blocks.each(root.members().get("locals")).forEach(block -> locals.putAll(Blocks.members(block)));
        }
        Blocks.named(root, "terraform").forEach(setting -> settings.put(setting.name(), setting.node()));
        if (root.members().containsKey("moved")) {
            Blocks.each(root.members().get("moved")).forEach(block -> {
                Value move = Blocks.plain(block);
                move.get("from").text().ifPresent(from -> move.get("to")
                        .text()
                        .ifPresent(to -> moved.put(Blocks.unwrapped(from), Blocks.unwrapped(to))));
            });
        }
    }

    private void override(Block over) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isSame(over)) {
                Block base = blocks.get(i);
                blocks.set(i, new Block(base.kind(), base.labels(), merged(base.body(), over.body())));
                return;
            }
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                over.body().location() + ": nothing to override: no other file has `" + over.label() + "`",
                "write the block in a file whose name does not end in `_override`");
    }

    /**
     * An attribute replaces that of its name, and blocks of a type all of that type; {@code lifecycle} is put together.
     */
    private static JsonNode merged(JsonNode base, JsonNode over) {
        TreeMap<String, JsonNode> members = new TreeMap<>(Blocks.members(base));
        Blocks.members(over).forEach((name, member) -> {
            JsonNode there = members.get(name);
            if (name.equals("lifecycle") && there != null) {
                members.put(
                        name,
                        merged(Blocks.each(there).get(0), Blocks.each(member).get(0)));
            } else if (name.equals("dynamic")) {
                Blocks.members(member).keySet().forEach(members::remove);
                members.put(name, there == null ? member : merged(there, member));
            } else {
                members.put(name, member);
                withoutDynamic(members, name);
            }
        });
        return new JsonNode.Members(members, base.location());
    }

    private static void withoutDynamic(SortedMap<String, JsonNode> members, String name) {
        JsonNode dynamic = members.get("dynamic");
        if (dynamic != null && Blocks.members(dynamic).containsKey(name)) {
            TreeMap<String, JsonNode> left = new TreeMap<>(Blocks.members(dynamic));
            left.remove(name);
            members.put("dynamic", new JsonNode.Members(left, dynamic.location()));
        }
    }

    /** Those of {@code kind}, in the order of the files. */
    List<Block> of(String kind) {
        return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
    }

    Map<String, JsonNode> locals() {
        return locals;
    }

    /** The settings of Terraform itself: {@code backend}. */
    Map<String, JsonNode> settings() {
        return settings;
    }

    /** New addresses by the old ones. */
    Map<String, String> moved() {
        return moved;
    }
}

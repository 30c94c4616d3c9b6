package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** One instance of a module: what its names stand for, each evaluated when it is first asked for. */
final class ModuleScope implements EvaluationScope.Names {

    /** Modules in modules. */
    private static final int DEEPEST = 12;

    /**
     * Where a module is.
     *
     * @param address of the instance; empty for the root
     * @param path of its call in the files, for locations
     * @param folder on the disk, where it is on one
     * @param shown the folder as the root's expressions and findings name it
     */
    record Place(String address, KeyPath path, Optional<Path> folder, String module, String shown) {

        /** An address in this module as the root has it. */
        String inside(String label) {
            return address.isEmpty() ? label : address + "." + label;
        }
    }

    private final ConfigurationTree tree;
    private final Place place;
    private final Declarations declared;
    private final Function<String, Optional<Value>> given;
    private final Map<String, String> providers;
    private final Map<String, Declarations.Block> blocks = new HashMap<>();
    private final Map<String, Instances> instances = new HashMap<>();
    private final Map<String, Map<String, ModuleScope>> children = new HashMap<>();
    private final Map<String, Value> evaluated = new HashMap<>();
    private final Set<String> evaluating = new HashSet<>();
    private final EvaluationScope scope;

    /**
     * A module's names.
     *
     * @param given the values that its call, or a var file, gives to its variables
     * @param providers the root's name of each provider that its call passes
     */
    ModuleScope(
            ConfigurationTree tree,
            Place place,
            Declarations declared,
            Function<String, Optional<Value>> given,
            Map<String, String> providers) {
        this.tree = tree;
        this.place = place;
        this.declared = declared;
        this.given = given;
        this.providers = providers;
        for (String kind : List.of("resource", "data")) {
            declared.of(kind).forEach(block -> blocks.putIfAbsent(block.label(), block));
        }
        for (String kind : List.of("variable", "output", "module")) {
            declared.of(kind).forEach(block -> blocks.putIfAbsent(kind + " " + block.label(), block));
        }
        Value module = Value.of(place.module());
        Value path = new Value.Mapping(new TreeMap<>(Map.of("module", module, "root", Value.of("."))));
        Value terraform = new Value.Mapping(new TreeMap<>(Map.of("workspace", Value.of("default"))));
        this.scope =
                new EvaluationScope(this, new TreeMap<>(Map.of("path", path, "terraform", terraform)), tree.effort());
    }

    Place place() {
        return place;
    }

    Declarations declared() {
        return declared;
    }

    /** The provider that is called {@code name} here, as the root calls it. */
    String provider(String name) {
        return providers.getOrDefault(name, name);
    }

    /** Names as they are where {@code instance} is written. */
    EvaluationScope in(Instances.Instance instance) {
        return instance.bound().isEmpty() ? scope : scope.with(instance.bound());
    }

    /** What {@code node} holds. */
    Value value(JsonNode node) {
        return Bodies.value(node, scope);
    }

    /** The variables that are declared, by name. */
    Value variables() {
        TreeMap<String, Value> all = new TreeMap<>();
        declared.of("variable").forEach(block -> all.put(block.label(), variable(block.label())));
        return new Value.Mapping(all);
    }

    @Override
    public Value variable(String name) {
        Declarations.Block block = blocks.get("variable " + name);
        return block == null
                ? new Value.Unknown("variable `" + name + "` is not declared", List.of())
                : once("variable `" + name + "`", () -> initial(block));
    }

    private Value initial(Declarations.Block variable) {
        SortedMap<String, JsonNode> members = variable.members();
        Optional<Value> passed = given.apply(variable.label());
        boolean isDefault = passed.isEmpty() || (passed.get().isAbsent() && refusesNull(members));
        Value value;
        if (!isDefault) {
            value = passed.get();
        } else if (members.containsKey("default")) {
            value = Blocks.plain(members.get("default"));
        } else {
            return new Value.Unknown("variable `" + variable.label() + "` has no default", List.of());
        }
        Value typed = members.containsKey("type")
                ? new TypeDefaults(tree.effort())
                        .fill(Blocks.names(members.get("type")).text().orElse(""), value)
                : value;
        return isSensitive(members) ? new Value.Sensitive(typed) : typed;
    }

    private static boolean refusesNull(SortedMap<String, JsonNode> members) {
        return members.containsKey("nullable")
                && Blocks.plain(members.get("nullable")).is("false");
    }

    private static boolean isSensitive(SortedMap<String, JsonNode> members) {
        return members.containsKey("sensitive")
                && Blocks.plain(members.get("sensitive")).is("true");
    }

    @Override
    public Value local(String name) {
        JsonNode node = declared.locals().get(name);
        return node == null
                ? new Value.Unknown("local value `" + name + "` cannot be evaluated", List.of())
                : once("local value `" + name + "`", () -> value(node));
    }

    private Value once(String what, Supplier<Value> evaluation) {
        Value known = evaluated.get(what);
        if (known != null) {
            return known;
        }
        if (!evaluating.add(what)) {
            return new Value.Unknown(what + " cannot be evaluated", List.of());
        }
        if (!tree.effort().enter()) {
            evaluating.remove(what);
            return new Value.Unknown(what + " is too large to be evaluated", List.of());
        }
        Value value = Weight.bearable(evaluation.get(), what);
        tree.effort().leave();
        evaluating.remove(what);
        evaluated.put(what, value);
        return value;
    }

    @Override
    public Value resource(String label) {
        Declarations.Block block = blocks.get(label);
        String address = place.inside(label);
        return block == null
                ? new Value.Reference(address, List.of())
                : instances(block).together(instance -> new Value.Reference(keyed(address, instance), List.of()));
    }

    /** {@code address} of an instance. */
    static String keyed(String address, Instances.Instance instance) {
        return instance.key().isEmpty() ? address : address + "[" + instance.key() + "]";
    }

    /** How often {@code block} is there. */
    Instances instances(Declarations.Block block) {
        String label = block.kind() + " " + block.label();
        Instances known = instances.get(label);
        if (known != null) {
            return known;
        }
        if (!evaluating.add(label)) {
            return Instances.UNKNOWN;
        }
        SortedMap<String, JsonNode> members = block.members();
        Instances found = Instances.of(
                Optional.ofNullable(members.get("count")).map(this::value),
                Optional.ofNullable(members.get("for_each")).map(this::value));
        evaluating.remove(label);
        instances.put(label, found);
        return found;
    }

    /** The instances of the module {@code name} by key; none where its source cannot be read. */
    Map<String, ModuleScope> children(String name) {
        Map<String, ModuleScope> known = children.get(name);
        if (known != null) {
            return known;
        }
        Declarations.Block call = blocks.get("module " + name);
        if (call == null || !evaluating.add("children of " + name)) {
            return Map.of();
        }
        Map<String, ModuleScope> found = called(call);
        evaluating.remove("children of " + name);
        children.put(name, found);
        return found;
    }

    private Map<String, ModuleScope> called(Declarations.Block call) {
        SortedMap<String, JsonNode> members = call.members();
        String source = members.containsKey("source")
                ? Blocks.plain(members.get("source")).text().orElse("")
                : "";
        boolean isLocal = source.startsWith("./") || source.startsWith("../");
        Optional<Path> folder = place.folder().filter(path -> isLocal).map(path -> path.resolve(source)
                .normalize());
        String module = Path.of(place.module())
                .resolve(isLocal ? source : ".")
                .normalize()
                .toString()
                .replace('\\', '/');
        String shown = Path.of(place.shown())
                .resolve(isLocal ? source : ".")
                .normalize()
                .toString()
                .replace('\\', '/');
        Optional<Declarations> inside = place.path().parts().size() > 2 * DEEPEST
                ? Optional.empty()
                : folder.flatMap(path -> tree.module(path, shown.isEmpty() ? "." : shown));
        if (inside.isEmpty()) {
            tree.unread("module `" + place.inside(call.label()) + "` is not followed: "
                    + (isLocal ? "there is no `" + shown + "`" : "check the plan instead"));
            return Map.of();
        }
        Map<String, ModuleScope> found = new LinkedHashMap<>();
        for (Instances.Instance instance : instances(call).all()) {
            Place at = new Place(
                    keyed(place.inside("module." + call.label()), instance),
                    new KeyPath(place.path().child("module").child(call.label()).parts()),
                    folder,
                    module.isEmpty() ? "." : module,
                    shown.isEmpty() ? "." : shown);
            EvaluationScope around = in(instance);
            found.put(
                    instance.key(),
                    new ModuleScope(
                            tree,
                            at,
                            inside.get(),
                            name -> Optional.ofNullable(members.get(name)).map(node -> Bodies.value(node, around)),
                            passed(members)));
        }
        return found;
    }

    /** Of a module that is passed none, the providers are those around it. */
    private Map<String, String> passed(SortedMap<String, JsonNode> call) {
        if (!call.containsKey("providers")) {
            return providers;
        }
        Map<String, String> passed = new TreeMap<>();
        Blocks.members(call.get("providers")).forEach((name, node) -> Blocks.names(node)
                .text()
                .ifPresent(text -> passed.put(Blocks.unwrapped(name), provider(text))));
        return passed;
    }

    /** All modules that this one calls, each instance. */
    List<ModuleScope> children() {
        List<ModuleScope> all = new ArrayList<>();
        declared.of("module").forEach(call -> all.addAll(children(call.label()).values()));
        return all;
    }

    @Override
    public Value module(String name) {
        Map<String, ModuleScope> found = children(name);
        Declarations.Block call = blocks.get("module " + name);
        if (call == null || (found.isEmpty() && !instances(call).all().isEmpty())) {
            return EvaluationScope.Names.super.module(name);
        }
        return instances(call).together(instance -> {
            ModuleScope child = java.util.Objects.requireNonNull(found.get(instance.key()));
            TreeMap<String, Value> outputs = new TreeMap<>();
            child.declared.of("output").forEach(output -> outputs.put(output.label(), child.output(output.label())));
            return new Value.Mapping(outputs);
        });
    }

    @Override
    public Value output(String module, String key, String name) {
        ModuleScope child = children(module).get(key);
        return child == null ? EvaluationScope.Names.super.output(module, key, name) : child.output(name);
    }

    private Value output(String name) {
        Declarations.Block output = blocks.get("output " + name);
        if (output == null || !output.members().containsKey("value")) {
            return Value.absent();
        }
        return once("output `" + name + "`", () -> {
            Value value =
                    value(java.util.Objects.requireNonNull(output.members().get("value")));
            return isSensitive(output.members()) ? new Value.Sensitive(value) : value;
        });
    }

    @Override
    public Optional<byte[]> file(String path) {
        return tree.file(path);
    }

    @Override
    public Optional<ExpressionParser.TemplateContext> tree(String text) {
        return tree.template(text);
    }
}

package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.hcl.HclParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a configuration in Terraform's own syntax or in JSON, and the local modules that it calls.
 * https://developer.hashicorp.com/terraform/language/syntax/json Modules from elsewhere are named as unread; of a
 * {@code count} or {@code for_each} that is not known, one resource stands for all, whose differing values are unknown.
 */
public final class ConfigurationReader {

    private final ConfigurationTree tree;
    private final List<Resource> resources = new ArrayList<>();

    private ConfigurationReader(ConfigurationTree tree) {
        this.tree = tree;
    }

    /**
     * What {@code files} describe together.
     *
     * @param variables values that replace the variables' defaults, as a var file's do
     */
    public static Infrastructure read(List<ConfigurationFile> files, SortedMap<String, Value> variables) {
        try (HclParser parser = HclParser.waiting()) {
            return read(files, variables, parser);
        }
    }

    /** The same by a {@code parser} that is there already. */
    static Infrastructure read(List<ConfigurationFile> files, SortedMap<String, Value> variables, HclParser parser) {
        Optional<Path> folder =
                files.stream().flatMap(file -> file.folder().stream()).findFirst();
        String name = files.isEmpty() ? "configuration" : files.get(0).name();
        String shown = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : ".";
        ConfigurationTree tree = new ConfigurationTree(parser, folder);
        ModuleScope root = new ModuleScope(
                tree,
                new ModuleScope.Place("", KeyPath.ROOT, folder, ".", shown),
                tree.declarations(files),
                variable -> Optional.ofNullable(variables.get(variable)),
                Map.of());
        ConfigurationReader reader = new ConfigurationReader(tree);
        reader.read(root);
        return reader.infrastructure(root, name);
    }

    private Infrastructure infrastructure(ModuleScope root, String name) {
        List<Output> outputs = root.declared().of("output").stream()
                .map(block -> output(block, root))
                .toList();
        List<Provider> providers = root.declared().of("provider").stream()
                .map(block -> provider(block, root))
                .toList();
        JsonNode backend = root.declared().settings().get("backend");
        resources.sort(Comparator.comparing(Resource::address));
        return ApiBodies.spelledOut(new Infrastructure(
                Infrastructure.View.CONFIGURATION,
                resources,
                outputs,
                providers,
                root.variables(),
                backend == null ? Value.absent() : root.value(backend),
                new Origins(name, tree.locations()),
                tree.unread(),
                root.declared().moved()));
    }

    private void read(ModuleScope module) {
        for (Resource.Mode mode : Resource.Mode.values()) {
            for (Declarations.Block block : module.declared().of(mode == Resource.Mode.DATA ? "data" : "resource")) {
                KeyPath path = new KeyPath(
                        java.util.stream.Stream.of(module.place().path().parts(), List.of(block.kind()), block.labels())
                                .flatMap(List::stream)
                                .toList());
                remember(path, block.body());
                for (Instances.Instance instance : module.instances(block).all()) {
                    resources.add(resource(mode, block, path, instance, module));
                }
            }
        }
        module.children().forEach(this::read);
    }

    /** A block that {@code dynamic} makes stands where its content does. */
    private void remember(KeyPath path, JsonNode body) {
        tree.remember(path, body);
        JsonNode dynamic = Blocks.members(body).get("dynamic");
        if (dynamic != null) {
            Blocks.named(dynamic).forEach(block -> {
                JsonNode content = Blocks.members(block.node()).get("content");
                if (content != null) {
                    tree.remember(path.child(block.name()), content);
                }
            });
        }
    }

    private Resource resource(
            Resource.Mode mode,
            Declarations.Block block,
            KeyPath path,
            Instances.Instance instance,
            ModuleScope module) {
        EvaluationScope scope = module.in(instance);
        String type = block.labels().get(0);
        Value lifecycle = Value.absent();
        TreeSet<String> dependencies = new TreeSet<>();
        String provider = type.contains("_") ? type.substring(0, type.indexOf('_')) : type;
        TreeMap<String, JsonNode> arguments = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : block.members().entrySet()) {
            JsonNode node = member.getValue();
            switch (member.getKey()) {
                case "depends_on" ->
                    Blocks.addresses(node).forEach(label -> addresses(module.resource(label), dependencies));
                case "lifecycle" -> lifecycle = Blocks.names(node);
                case "provider" -> provider = Blocks.names(node).text().orElse(provider);
                case "provisioner", "connection", "//" -> {}
                case "count", "for_each" -> addresses(module.value(node), dependencies);
                default -> arguments.put(member.getKey(), node);
            }
        }
        Value all = Bodies.value(new JsonNode.Members(arguments, block.body().location()), scope);
        addresses(all, dependencies);
        return new Resource(
                ModuleScope.keyed(module.place().inside(block.label()), instance),
                mode,
                module.place().address(),
                type,
                block.labels().get(1),
                instance.key(),
                all,
                Written.all(all),
                lifecycle,
                dependencies,
                module.provider(provider),
                path,
                Optional.empty());
    }

    private static void addresses(Value value, Set<String> dependencies) {
        value.references().forEach(reference -> dependencies.add(reference.address()));
    }

    private Output output(Declarations.Block block, ModuleScope module) {
        KeyPath path = KeyPath.of("output", block.label());
        tree.remember(path, block.body());
        Value values = module.value(block.body());
        return new Output(block.label(), values.get("value"), values.get("sensitive"), path);
    }

    private static Provider provider(Declarations.Block block, ModuleScope module) {
        Value values = module.value(block.body());
        String key = values.get("alias")
                .text()
                .map(alias -> block.label() + "." + alias)
                .orElse(block.label());
        return new Provider(key, values);
    }
}

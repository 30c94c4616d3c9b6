package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a configuration in Terraform's JSON syntax. https://developer.hashicorp.com/terraform/language/syntax/json
 * Modules are named as unread; {@code count} and {@code for_each} make one resource whose differing values are unknown.
 */
public final class ConfigurationReader {

    private final Map<KeyPath, Location> locations = new LinkedHashMap<>();
    private final List<String> unread;
    private final ConfigurationScope scope = new ConfigurationScope();
    private final List<Resource> resources = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();
    private Value backend = Value.absent();

    private ConfigurationReader(List<String> unread) {
        this.unread = new ArrayList<>(unread);
    }

    /**
     * What {@code files} describe together.
     *
     * @param variables values that replace the variables' defaults, as a var file's do
     * @param unread what is known not to be among the files
     */
    public static Infrastructure read(
            List<ConfigurationFile> files, SortedMap<String, Value> variables, List<String> unread) {
        ConfigurationReader reader = new ConfigurationReader(unread);
        List<JsonNode.Members> roots = new ArrayList<>();
        for (ConfigurationFile file : files) {
            roots.add(root(file));
        }
        roots.forEach(root -> reader.scope.declare(root, variables));
        roots.forEach(reader::read);
        reader.resources.sort(Comparator.comparing(Resource::address));
        String name = files.isEmpty() ? "configuration" : files.get(0).name();
        return ApiBodies.spelledOut(new Infrastructure(
                Infrastructure.View.CONFIGURATION,
                reader.resources,
                reader.outputs,
                reader.providers,
                reader.scope.variables(),
                reader.backend,
                new Origins(name, reader.locations),
                reader.unread));
    }

    private static JsonNode.Members root(ConfigurationFile file) {
        if (JsonReader.read(file.name(), file.text()) instanceof JsonNode.Members root) {
            return root;
        }
        throw new UserError(
                UserError.Exit.ENVIRONMENT,
                "`" + file.name() + "` is not a Terraform configuration: it is not a JSON object",
                "name a `.tf.json` file");
    }

    private void read(JsonNode.Members root) {
        if (root.members().containsKey("format_version")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + root.location().file() + "` is the output of `terraform show -json`, not a configuration",
                    "use `--plan-json`");
        }
        Blocks.named(root, "resource").forEach(type -> Blocks.named(type.node())
                .forEach(block -> add(Resource.Mode.MANAGED, type.name(), block)));
        Blocks.named(root, "data").forEach(type -> Blocks.named(type.node())
                .forEach(block -> add(Resource.Mode.DATA, type.name(), block)));
        Blocks.named(root, "output").forEach(this::output);
        Blocks.named(root, "provider").forEach(this::provider);
        Blocks.named(root, "module")
                .forEach(
                        module -> unread.add("module `" + module.name() + "` is not followed: check the plan instead"));
        for (Blocks.Named terraform : Blocks.named(root, "terraform")) {
            if (terraform.name().equals("backend")) {
                backend = scope.value(terraform.node());
            }
        }
    }

    private void add(Resource.Mode mode, String type, Blocks.Named block) {
        String address = (mode == Resource.Mode.DATA ? "data." : "") + type + "." + block.name();
        KeyPath path = KeyPath.of(mode == Resource.Mode.DATA ? "data" : "resource", type, block.name());
        remember(path, block.node());
        TreeMap<String, Value> values = new TreeMap<>();
        Value lifecycle = Value.absent();
        TreeSet<String> dependencies = new TreeSet<>();
        String provider = type.contains("_") ? type.substring(0, type.indexOf('_')) : type;
        for (Map.Entry<String, JsonNode> member : Blocks.members(block.node()).entrySet()) {
            JsonNode node = member.getValue();
            switch (member.getKey()) {
                case "depends_on" -> dependencies.addAll(Blocks.addresses(node));
                case "lifecycle" -> lifecycle = Blocks.plain(node);
                case "provider" -> provider = Blocks.plain(node).text().orElse(provider);
                case "provisioner", "connection", "//" -> {}
                case "count", "for_each" ->
                    scope.value(node).references().forEach(reference -> dependencies.add(reference.address()));
                case "dynamic" ->
                    Blocks.members(node)
                            .forEach((label, content) -> values.put(
                                    label,
                                    new Value.Unknown(
                                            "is made by a `dynamic` block",
                                            scope.value(content).references())));
                default -> values.put(member.getKey(), scope.value(node));
            }
        }
        Value all = new Value.Mapping(values);
        all.references().forEach(reference -> dependencies.add(reference.address()));
        resources.add(new Resource(
                address,
                mode,
                "",
                type,
                block.name(),
                "",
                all,
                Written.all(all),
                lifecycle,
                dependencies,
                provider,
                path,
                Optional.empty()));
    }

    private void output(Blocks.Named block) {
        KeyPath path = KeyPath.of("output", block.name());
        remember(path, block.node());
        Value values = scope.value(block.node());
        outputs.add(new Output(block.name(), values.get("value"), values.get("sensitive"), path));
    }

    private void provider(Blocks.Named block) {
        Value values = scope.value(block.node());
        String key = values.get("alias")
                .text()
                .map(alias -> block.name() + "." + alias)
                .orElse(block.name());
        providers.add(new Provider(key, values));
    }

    private void remember(KeyPath path, JsonNode node) {
        locations.put(path, node.location());
        if (node instanceof JsonNode.Members members) {
            members.members().forEach((name, member) -> remember(path.child(name), member));
        } else if (node instanceof JsonNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                remember(path.child(String.valueOf(i)), items.items().get(i));
            }
        }
    }
}

package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a plan as {@code terraform show -json} prints it.
 * https://developer.hashicorp.com/terraform/internals/json-format What Terraform marks as sensitive becomes
 * {@link Value.Sensitive} here, and nowhere later.
 */
public final class PlanReader {

    private final Value root;
    private final String file;
    private final PlanConfiguration configuration;

    /** Addresses of what is made anew. */
    private final Set<String> made = new HashSet<>();

    private PlanReader(String file, Value root) {
        this.file = file;
        this.root = root;
        this.configuration = new PlanConfiguration(root);
        entries(root.get("resource_changes"))
                .filter(entry -> action(entry.get("change").get("actions")).makes())
                .forEach(entry -> made.add(entry.get("address").text().orElse("")));
    }

    /** The plan in {@code text}, which findings name {@code file}. */
    public static Plan read(String file, String text) {
        Value root = Blocks.plain(JsonReader.read(file, text));
        boolean isPlan = root.get("format_version").text().isPresent()
                && (root.get("planned_values") instanceof Value.Mapping
                        || root.get("resource_changes") instanceof Value.Sequence);
        if (!isPlan) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + file + "` is not a plan" + guess(root),
                    "make one with `terraform plan -out=FILE` and `terraform show -json FILE`");
        }
        return new PlanReader(file, root).plan();
    }

    private static String guess(Value root) {
        if (root.get("values") instanceof Value.Mapping) {
            return " but a state";
        }
        return root.get("resource") instanceof Value.Mapping ? " but a configuration" : "";
    }

    private Plan plan() {
        List<ResourceChange> changes =
                entries(root.get("resource_changes")).map(this::change).toList();
        List<ResourceChange> drift =
                entries(root.get("resource_drift")).map(this::change).toList();
        return new Plan(
                root.get("terraform_version").text().orElse(""),
                infrastructure(before()),
                infrastructure(after()),
                changes,
                drift,
                outputChanges());
    }

    /** Objects only: a plan that is broken in one place is still read in the others. */
    private static java.util.stream.Stream<Value> entries(Value list) {
        return list.items().stream().filter(entry -> entry.get("address").text().isPresent());
    }

    private ResourceChange change(Value entry) {
        Value change = entry.get("change");
        String module = entry.get("module_address").text().orElse("");
        String key = key(entry);
        Value expressions = configuration.of(module, entry).get("expressions");
        PlannedValue planned = new PlannedValue(configuration, module, key);
        Value before =
                planned.read(change.get("before"), Value.absent(), change.get("before_sensitive"), Value.absent());
        Value after = planned.read(
                change.get("after"), change.get("after_unknown"), change.get("after_sensitive"), expressions);
        return new ResourceChange(
                entry.get("address").text().orElse(""),
                mode(entry),
                module,
                entry.get("type").text().orElse(""),
                entry.get("name").text().orElse(""),
                key,
                action(change.get("actions")),
                before,
                action(change.get("actions")) == Action.DELETE ? Value.absent() : after,
                change.get("replace_paths").items().stream()
                        .map(PlanReader::path)
                        .sorted()
                        .toList(),
                entry.get("action_reason").text(),
                entry.get("previous_address").text(),
                !change.get("importing").isAbsent());
    }

    private static Resource.Mode mode(Value entry) {
        return entry.get("mode").is("data") ? Resource.Mode.DATA : Resource.Mode.MANAGED;
    }

    /** The instance's key as addresses have it: {@code 0}, {@code "get"}. */
    private static String key(Value entry) {
        Value index = entry.get("index");
        boolean isText = index instanceof Value.Scalar scalar && scalar.value() instanceof String;
        return index.text().map(text -> isText ? "\"" + text + "\"" : text).orElse("");
    }

    private static String path(Value steps) {
        List<String> texts = new ArrayList<>();
        steps.items().forEach(step -> step.text().ifPresent(texts::add));
        return String.join(".", texts);
    }

    private static Action action(Value actions) {
        List<String> words =
                actions.items().stream().flatMap(word -> word.text().stream()).toList();
        if (words.size() == 2) {
            return words.get(0).equals("create") ? Action.REPLACE_CREATED_FIRST : Action.REPLACE;
        }
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "create" -> Action.CREATE;
            case "read" -> Action.READ;
            case "update" -> Action.UPDATE;
            case "delete" -> Action.DELETE;
            case "forget" -> Action.FORGET;
            default -> Action.NONE;
        };
    }

    private Map<String, Resource> before() {
        Map<String, Resource> found = new TreeMap<>();
        collect(root.get("prior_state").get("values").get("root_module"), "", found, Map.of());
        for (Value entry : entries(root.get("resource_changes")).toList()) {
            Value change = entry.get("change");
            if (!change.get("before").isAbsent()) {
                put(
                        found,
                        entry,
                        entry.get("module_address").text().orElse(""),
                        change.get("before"),
                        Value.absent(),
                        change.get("before_sensitive"));
            }
        }
        // What was written then is in no plan: what is written now may be something else.
        found.replaceAll((address, resource) -> resource.writtenWhole());
        return found;
    }

    private Map<String, Resource> after() {
        Map<String, Value> changes = new TreeMap<>();
        entries(root.get("resource_changes"))
                .forEach(entry -> changes.put(entry.get("address").text().orElse(""), entry.get("change")));
        Map<String, Resource> found = new TreeMap<>();
        // What is only read is in the state before, and in no list of what is planned.
        collect(root.get("prior_state").get("values").get("root_module"), "", found, Map.of());
        found.values().removeIf(resource -> resource.mode() == Resource.Mode.MANAGED);
        collect(root.get("planned_values").get("root_module"), "", found, changes);
        for (Value entry : entries(root.get("resource_changes")).toList()) {
            Value change = entry.get("change");
            boolean stays =
                    action(change.get("actions")) != Action.DELETE && action(change.get("actions")) != Action.FORGET;
            if (stays && !found.containsKey(entry.get("address").text().orElse(""))) {
                put(
                        found,
                        entry,
                        entry.get("module_address").text().orElse(""),
                        change.get("after"),
                        change.get("after_unknown"),
                        change.get("after_sensitive"));
            }
        }
        return found;
    }

    private void collect(Value module, String address, Map<String, Resource> found, Map<String, Value> changes) {
        for (Value entry : entries(module.get("resources")).toList()) {
            Value change = changes.getOrDefault(entry.get("address").text().orElse(""), Value.absent());
            Value sensitive = change.get("after_sensitive");
            put(
                    found,
                    entry,
                    address,
                    entry.get("values"),
                    change.get("after_unknown"),
                    sensitive.isAbsent() ? entry.get("sensitive_values") : sensitive);
        }
        for (Value child : module.get("child_modules").items()) {
            collect(child, child.get("address").text().orElse(""), found, changes);
        }
    }

    private void put(
            Map<String, Resource> found, Value entry, String module, Value values, Value unknown, Value sensitive) {
        String address = entry.get("address").text().orElse("");
        Value configured = configuration.of(module, entry);
        Value expressions = configured.get("expressions");
        PlannedValue planned = new PlannedValue(configuration, module, key(entry));
        Value read = planned.read(values, unknown, sensitive, expressions);
        Value held = read instanceof Value.Mapping ? read : new Value.Mapping(new TreeMap<>());
        Written written = Written.of(
                entry.get("type").text().orElse(""),
                held,
                expressions,
                expression -> configuration.isLiteral(module, expression),
                made.contains(address));
        found.put(
                address,
                new Resource(
                        address,
                        mode(entry),
                        module,
                        entry.get("type").text().orElse(""),
                        entry.get("name").text().orElse(""),
                        key(entry),
                        held,
                        written,
                        new Value.Unknown("a plan does not contain `lifecycle`", List.of()),
                        configuration.dependencies(module, configured, key(entry)),
                        configured.get("provider_config_key").text().orElse(""),
                        KeyPath.ROOT,
                        Optional.empty()));
    }

    private Infrastructure infrastructure(Map<String, Resource> resources) {
        List<Resource> sorted = resources.values().stream()
                .sorted(Comparator.comparing(Resource::address))
                .toList();
        return ApiBodies.spelledOut(new Infrastructure(
                Infrastructure.View.PLAN,
                sorted,
                outputs(),
                configuration.providers(),
                variables(),
                Value.absent(),
                new Origins(file, Map.of()),
                root.get("errored").is("true")
                        ? List.of("the plan ended with an error and is not complete")
                        : List.of()));
    }

    private List<Output> outputs() {
        List<Output> found = new ArrayList<>();
        PlannedValue planned = new PlannedValue(configuration, "", "");
        members(root.get("planned_values").get("outputs")).forEach((name, output) -> {
            Value unknown = root.get("output_changes").get(name).get("after_unknown");
            Value written = configuration.output(name);
            Value value =
                    planned.read(output.get("value"), unknown, output.get("sensitive"), written.get("expression"));
            found.add(new Output(name, value, output.get("sensitive"), KeyPath.ROOT));
        });
        return found;
    }

    private List<Plan.OutputChange> outputChanges() {
        List<Plan.OutputChange> found = new ArrayList<>();
        PlannedValue planned = new PlannedValue(configuration, "", "");
        members(root.get("output_changes")).forEach((name, change) -> {
            Value expression = configuration.output(name).get("expression");
            found.add(new Plan.OutputChange(
                    name,
                    action(change.get("actions")),
                    planned.read(change.get("before"), Value.absent(), change.get("before_sensitive"), Value.absent()),
                    planned.read(
                            change.get("after"),
                            change.get("after_unknown"),
                            change.get("after_sensitive"),
                            expression)));
        });
        return found;
    }

    private Value variables() {
        TreeMap<String, Value> found = new TreeMap<>();
        members(root.get("variables")).forEach((name, variable) -> {
            Value value = variable.get("value");
            found.put(name, configuration.isSensitive(name) ? new Value.Sensitive(value) : value);
        });
        return new Value.Mapping(found);
    }

    private static Map<String, Value> members(Value value) {
        return Optional.of(value)
                .filter(Value.Mapping.class::isInstance)
                .<Map<String, Value>>map(mapping -> ((Value.Mapping) mapping).members())
                .orElse(Map.of());
    }
}

package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration that a plan carries: which expressions refer to what, through modules. Locals are not in it, so
 * what goes through one is not known.
 */
final class PlanConfiguration {

    private static final int DEEPEST = 30;

    private final Value root;
    private final Value variables;
    private final Map<String, List<String>> instances = new HashMap<>();
    private final Map<String, Map<String, Value>> resources = new HashMap<>();
    private final List<Provider> providers;

    PlanConfiguration(Value plan) {
        this.root = plan.get("configuration").get("root_module");
        this.variables = plan.get("variables");
        this.providers = providers(plan);
        gather(plan.get("planned_values").get("root_module"));
        gather(plan.get("prior_state").get("values").get("root_module"));
        plan.get("resource_changes").items().forEach(this::remember);
    }

    private static List<Provider> providers(Value plan) {
        List<Provider> found = new ArrayList<>();
        if (plan.get("configuration").get("provider_config") instanceof Value.Mapping mapping) {
            mapping.members().forEach((key, provider) -> {
                Value expressions = provider.get("expressions");
                Value region = region(expressions.get("region"), plan.get("variables"));
                Value values = new Value.Mapping(new java.util.TreeMap<>(Map.of("region", region)));
                found.add(new Provider(key, values));
            });
        }
        return found;
    }

    /** Of JSON, Terraform prints an expression's text as a constant beside what it refers to. */
    private static Value region(Value expression, Value variables) {
        List<String> references = expression.get("references").items().stream()
                .flatMap(reference -> reference.text().stream())
                .toList();
        if (references.isEmpty()) {
            return expression.get("constant_value");
        }
        String variable = references.size() == 1 ? references.get(0).replaceFirst("^var\\.", "") : "";
        Value given = variables.get(variable).get("value");
        // What looks like a region is the region as a whole; a part of one is not.
        return given.text()
                        .filter(text -> text.matches("[a-z]{2}(-[a-z]+){1,3}-[0-9]"))
                        .isPresent()
                ? given
                : new Value.Unknown("a plan does not contain the provider's region", List.of());
    }

    /** The providers' configurations, as far as a plan has them. */
    List<Provider> providers() {
        return providers;
    }

    private void gather(Value module) {
        module.get("resources").items().forEach(this::remember);
        module.get("child_modules").items().forEach(this::gather);
    }

    private void remember(Value entry) {
        entry.get("address").text().ifPresent(address -> {
            List<String> known = instances.computeIfAbsent(Addresses.withoutKey(address), name -> new ArrayList<>());
            if (!known.contains(address)) {
                known.add(address);
            }
        });
    }

    /** The configuration of the resource {@code entry} of {@code module}; absent when it has none any more. */
    Value of(String module, Value entry) {
        return resources
                .computeIfAbsent(String.join(".", Addresses.modules(module)), names -> resources(module))
                .getOrDefault(label(entry), Value.absent());
    }

    private Map<String, Value> resources(String module) {
        Map<String, Value> found = new HashMap<>();
        module(module).get("resources").items().forEach(resource -> found.putIfAbsent(label(resource), resource));
        return found;
    }

    private static String label(Value resource) {
        return resource.get("mode").text().orElse("managed") + "."
                + resource.get("type").text().orElse("") + "."
                + resource.get("name").text().orElse("");
    }

    /** The root module's output {@code name}. */
    Value output(String name) {
        return root.get("outputs").get(name);
    }

    /** Whether the root module's variable {@code name} is marked so. */
    boolean isSensitive(String name) {
        return root.get("variables").get(name).get("sensitive").is("true");
    }

    private Value module(String address) {
        Value module = root;
        for (String name : Addresses.modules(address)) {
            module = module.get("module_calls").get(name).get("module");
        }
        return module;
    }

    /**
     * What is known of the document that {@code expression} makes: of JSON, Terraform prints an expression's text as a
     * constant beside what it refers to. In a module, names mean something else.
     */
    Optional<Value> document(String module, Value expression) {
        Optional<String> text = expression.get("constant_value").text();
        if (!module.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        Value written = Expressions.evaluate(
                text.get(),
                new EvaluationScope(
                        name -> variables.get(name).get("value"),
                        name -> new Value.Unknown("a plan does not contain local values", List.of())));
        return JsonText.read(written).map(read -> written);
    }

    /** Whether {@code expression}, written in {@code module}, is text that somebody wrote out, or a default. */
    boolean isLiteral(String module, Value expression) {
        return isLiteral(module, expression, 0);
    }

    private boolean isLiteral(String module, Value expression, int depth) {
        List<String> texts = new ArrayList<>();
        texts(expression, texts);
        if (texts.isEmpty()) {
            return !expression.get("constant_value").isAbsent();
        }
        List<String> parts = References.parts(texts.get(0));
        if (texts.size() > 1 || parts.size() != 2 || !parts.get(0).equals("var") || depth > DEEPEST) {
            return false;
        }
        String name = parts.get(1);
        Value passed = passed(module, name);
        if (!passed.isAbsent()) {
            return isLiteral(Addresses.parent(module), passed, depth + 1);
        }
        Value standard = module(module).get("variables").get(name).get("default");
        return !standard.isAbsent()
                && (!module.isEmpty() || standard.equals(variables.get(name).get("value")));
    }

    /** What the call of {@code module} passes for its variable {@code name}; absent in the root module. */
    private Value passed(String module, String name) {
        List<String> path = Addresses.modules(module);
        return path.isEmpty()
                ? Value.absent()
                : module(Addresses.parent(module))
                        .get("module_calls")
                        .get(path.get(path.size() - 1))
                        .get("expressions")
                        .get(name);
    }

    /** Addresses of all that the resource {@code written} refers to. */
    java.util.SortedSet<String> dependencies(String module, Value written, String key) {
        Set<Value.Reference> found = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        texts(written.get("expressions"), texts);
        texts(written.get("for_each_expression"), texts);
        texts(written.get("count_expression"), texts);
        written.get("depends_on").items().forEach(item -> item.text().ifPresent(texts::add));
        texts.forEach(text -> follow(module, text, key, texts, found, 0));
        TreeSet<String> addresses = new TreeSet<>();
        found.forEach(reference -> addresses.add(reference.address()));
        return addresses;
    }

    /** What {@code expression}, written in {@code module}, refers to for the instance {@code key}. */
    List<Value.Reference> references(String module, Value expression, String key) {
        List<String> texts = new ArrayList<>();
        texts(expression, texts);
        Set<Value.Reference> found = new LinkedHashSet<>();
        texts.stream()
                .filter(text -> texts.stream()
                        .noneMatch(longer -> longer.startsWith(text + ".") || longer.startsWith(text + "[")))
                .forEach(text -> follow(module, text, key, texts, found, 0));
        return List.copyOf(found);
    }

    /** Every string under a {@code references} key inside. */
    private static void texts(Value expression, List<String> texts) {
        if (expression instanceof Value.Mapping mapping) {
            mapping.members().forEach((name, member) -> {
                if (name.equals("references")) {
                    member.items().forEach(item -> item.text().ifPresent(texts::add));
                } else if (!name.equals("constant_value")) {
                    texts(member, texts);
                }
            });
        } else if (expression instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> texts(item, texts));
        }
    }

    private void follow(
            String module, String text, String key, List<String> beside, Set<Value.Reference> found, int depth) {
        List<String> parts = References.parts(text);
        if (depth > DEEPEST || parts.size() < 2) {
            return;
        }
        switch (parts.get(0)) {
            case "var" -> variable(module, parts.get(1), found, depth);
            case "module" -> child(module, parts, found, depth);
            case "local", "each", "count", "self", "path", "terraform" -> {}
            default -> resource(module, parts, key, beside, found);
        }
    }

    private void variable(String module, String name, Set<Value.Reference> found, int depth) {
        again(Addresses.parent(module), passed(module, name), Addresses.lastKey(module), found, depth);
    }

    private void child(String module, List<String> parts, Set<Value.Reference> found, int depth) {
        boolean keyed = parts.size() > 2 && parts.get(2).startsWith("[");
        int at = keyed ? 3 : 2;
        if (parts.size() <= at) {
            return;
        }
        String address =
                (module.isEmpty() ? "" : module + ".") + "module." + parts.get(1) + (keyed ? parts.get(2) : "");
        Value expression = module(address).get("outputs").get(parts.get(at)).get("expression");
        again(address, expression, "", found, depth);
    }

    private void again(String module, Value expression, String key, Set<Value.Reference> found, int depth) {
        List<String> texts = new ArrayList<>();
        texts(expression, texts);
        texts.stream()
                .filter(text -> texts.stream()
                        .noneMatch(longer -> longer.startsWith(text + ".") || longer.startsWith(text + "[")))
                .forEach(text -> follow(module, text, key, texts, found, depth + 1));
    }

    private void resource(
            String module, List<String> parts, String key, List<String> beside, Set<Value.Reference> found) {
        Value.Reference plain = References.of(parts);
        String address = (module.isEmpty() ? "" : module + ".") + plain.address();
        List<String> known = instances.getOrDefault(Addresses.withoutKey(address), List.of());
        if (known.contains(address) || known.isEmpty()) {
            found.add(new Value.Reference(address, plain.path()));
            return;
        }
        boolean sameKey = beside.stream().anyMatch(text -> text.startsWith("each.") || text.startsWith("count."));
        String twin = address + "[" + key + "]";
        if (sameKey && known.contains(twin)) {
            found.add(new Value.Reference(twin, plain.path()));
        } else {
            known.forEach(one -> found.add(new Value.Reference(one, plain.path())));
        }
    }
}

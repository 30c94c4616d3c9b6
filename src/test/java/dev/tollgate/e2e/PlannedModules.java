package dev.tollgate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Many stacks of hand-written HCL that one command of Terraform plans: each a module of its own, whose part of the plan
 * is told as if it had been planned alone.
 */
final class PlannedModules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No credentials, no account: nothing needs either to be planned. */
    static final String PROVIDER = """
            terraform {
              required_providers {
                aws = {
                  source = "hashicorp/aws"
                }
              }
            }

            provider "aws" {
              region                      = "eu-west-1"
              access_key                  = "x"
              secret_key                  = "x"
              skip_credentials_validation = true
              skip_requesting_account_id  = true
              skip_metadata_api_check     = true
            }
            """;

    private final Folder folder;
    private final Map<String, String> terraform;
    /** By its name, whether a module has a web ACL. */
    private final Map<String, Boolean> modules = new TreeMap<>();

    /** {@code terraform} tells Terraform where the provider is. */
    PlannedModules(String name, Map<String, String> terraform) throws IOException {
        this.folder = new Folder(Path.of("target", name).toAbsolutePath());
        this.terraform = terraform;
        if (Files.exists(folder.path())) {
            folder.remove("");
        }
    }

    /** The files under {@code folder}, by their paths in it. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    void add(String module, Map<String, String> files, boolean firewall) throws IOException {
        modules.put(module, firewall);
        for (Map.Entry<String, String> file : files.entrySet()) {
            folder.write(module + "/" + file.getKey(), file.getValue());
        }
    }

    /** Every module is applied as {@code state} has it of the one called {@code good}. */
    void state(String state) throws IOException {
        JsonNode applied = JSON.readTree(state);
        ArrayNode resources = NODES.arrayNode();
        for (Map.Entry<String, Boolean> module : modules.entrySet()) {
            String named = applied.path("resources").toString().replace("\"module.good", "\"module." + module.getKey());
            JSON.readTree(named)
                    .valueStream()
                    .filter(resource ->
                            module.getValue() || !resource.path("type").asText().startsWith("aws_wafv2"))
                    .forEach(resources::add);
        }
        folder.write(
                "terraform.tfstate",
                ((ObjectNode) applied).set("resources", resources).toString());
    }

    /** By module, its plan, or what Terraform says where it makes none. */
    Map<String, JsonNode> plans() throws IOException {
        Map<String, JsonNode> plans = new TreeMap<>();
        while (true) {
            writeRoot();
            Stack.initialise(folder.path(), environment(), List.of("terraform", "init", "-input=false", "-no-color"));
            Run run = terraform("plan", "-input=false", "-no-color", "-refresh=false", "-out=planned");
            if (run.exit() == 0) {
                break;
            }
            Map<String, String> refused = refused(run.output());
            if (refused.isEmpty() || !modules.keySet().containsAll(refused.keySet())) {
                throw new AssertionError(run.output());
            }
            modules.keySet().removeAll(refused.keySet());
            refused.forEach((module, why) -> plans.put(module, new TextNode(why)));
        }
        JsonNode plan =
                JSON.readTree(terraform("show", "-json", "planned").succeeded().output());
        modules.keySet().forEach(module -> plans.put(module, alone(plan, module)));
        return plans;
    }

    private void writeRoot() throws IOException {
        StringBuilder root = new StringBuilder(PROVIDER);
        for (Map.Entry<String, Boolean> module : modules.entrySet()) {
            String main = Files.readString(folder.resolve(module.getKey() + "/main.tf"));
            boolean isOff = !module.getValue() && main.contains("variable \"firewall\"");
            root.append("""

                    module "%s" {
                      source = "./%s"
                    %s}
                    """.formatted(module.getKey(), module.getKey(), isOff ? "  firewall = false\n" : ""));
        }
        folder.write("main.tf", root.toString());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(terraform);
        environment.put("CHECKPOINT_DISABLE", "1");
        return environment;
    }

    private Run terraform(String... arguments) {
        return Run.of(
                folder.path(),
                environment(),
                Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toList());
    }

    private static final Pattern ERROR = Pattern.compile("Error: ([^\n]+)\n(.*?)(?=\nError: |\\z)", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("\\b(good|fault_\\d{3})[./]");

    /** By module, the first line of what Terraform says of it. */
    private static Map<String, String> refused(String output) {
        Map<String, String> refused = new TreeMap<>();
        Matcher error = ERROR.matcher(output);
        while (error.find()) {
            Matcher module = MODULE.matcher(error.group(2));
            if (module.find()) {
                refused.putIfAbsent(module.group(1), error.group(1).strip());
            }
        }
        return refused;
    }

    /** The part of {@code plan} that is about {@code module}, as if nothing else were there. */
    private static JsonNode alone(JsonNode plan, String module) {
        String path = "module." + module;
        ObjectNode alone = NODES.objectNode();
        alone.set("format_version", plan.path("format_version"));
        alone.set("terraform_version", plan.path("terraform_version"));
        alone.putObject("planned_values").set("root_module", inner(plan.at("/planned_values/root_module"), path));
        ObjectNode read = inner(plan.at("/prior_state/values/root_module"), path);
        keepData(read);
        alone.putObject("prior_state").putObject("values").set("root_module", read);
        List<JsonNode> changes = new ArrayList<>();
        plan.path("resource_changes")
                .valueStream()
                .filter(change -> (change.path("address").asText() + ".").startsWith(path + "."))
                .forEach(changes::add);
        alone.set("resource_changes", sorted(changes));
        ObjectNode configuration = alone.putObject("configuration");
        JsonNode providers = plan.at("/configuration/provider_config").deepCopy();
        providers.forEach(one -> ((ObjectNode) one.path("expressions")).retain("region"));
        configuration.set("provider_config", providers);
        JsonNode call = plan.at("/configuration/root_module/module_calls").path(module);
        configuration.set("root_module", call.path("module").deepCopy());
        call.path("expressions").properties().forEach(given -> alone.withObject("/variables")
                .putObject(given.getKey())
                .set("value", given.getValue().path("constant_value")));
        return unprefixed(alone, path + ".");
    }

    private static ObjectNode inner(JsonNode root, String path) {
        return root.path("child_modules")
                .valueStream()
                .filter(child -> child.path("address").asText().equals(path))
                .findFirst()
                .map(child -> ((ObjectNode) child.deepCopy()).without(List.of("address")))
                .map(ObjectNode.class::cast)
                .orElseGet(NODES::objectNode);
    }

    /** What is made stands in the plan itself. */
    private static void keepData(ObjectNode module) {
        if (module.path("resources") instanceof ArrayNode resources) {
            resources.removeIf(one -> !one.path("mode").asText().equals("data"));
        }
        module.path("child_modules").forEach(child -> keepData((ObjectNode) child));
    }

    /** Without {@code prefix} before addresses, and lists of things with addresses by these. */
    private static JsonNode unprefixed(JsonNode node, String prefix) {
        if (node.isTextual()) {
            return new TextNode(
                    node.asText().startsWith(prefix) ? node.asText().substring(prefix.length()) : node.asText());
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items =
                    array.valueStream().map(one -> unprefixed(one, prefix)).toList();
            return items.stream().allMatch(one -> one.has("address"))
                    ? sorted(items)
                    : NODES.arrayNode().addAll(items);
        }
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(one -> {
                boolean isOuter =
                        one.getKey().equals("module_address") && (one.getValue().asText() + ".").equals(prefix);
                if (!isOuter) {
                    object.set(one.getKey(), unprefixed(one.getValue(), prefix));
                }
            });
            return object;
        }
        return node;
    }

    private static ArrayNode sorted(List<JsonNode> items) {
        return NODES.arrayNode()
                .addAll(items.stream()
                        .sorted(Comparator.comparing(one -> one.path("address").asText()))
                        .toList());
    }
}

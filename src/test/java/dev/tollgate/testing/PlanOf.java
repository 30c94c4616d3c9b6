package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plan that Terraform would make of a small configuration where nothing is there yet, so that a case of a rule is
 * written once. What a provider fills in comes from its own schema and plans ({@code plans/provider.json});
 * {@code PlanOfTest} holds the outcome against real plans. Data sources are taken for ones that are read at apply.
 */
public final class PlanOf {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Path PROVIDER = Path.of("src/test/resources/plans/provider.json");
    private static final Pattern TRAVERSAL =
            Pattern.compile("(?<![.\\w\"-])(?:[a-z][\\w-]*)(?:\\.[A-Za-z_][\\w-]*|\\[(?:\\d+|\"[^\"]*\")])+");

    /** What a function of resources as a whole has made; nobody reads it. */
    private static final String DIGEST = "6579b7c209c1ba86d263a3b097ae529bae8a50e4";

    private final JsonNode provider;
    private final JsonNode written;
    private final Infrastructure read;
    private final ObjectNode plan = NODES.objectNode();

    /** Whether it is the plan after an apply, in which nothing changes. */
    private final boolean applied;

    private PlanOf(JsonNode written, Infrastructure read, boolean applied) throws IOException {
        this.written = written;
        this.read = read;
        this.applied = applied;
        this.provider = JSON.readTree(PROVIDER.toFile());
    }

    /** The plan of {@code configuration}; empty when only Terraform itself can make it. */
    public static Optional<String> configuration(String configuration) {
        return of(configuration, false);
    }

    /** The plan of {@code configuration} after an apply of it; empty when only Terraform itself can make it. */
    public static Optional<String> applied(String configuration) {
        return of(configuration, true);
    }

    private static Optional<String> of(String configuration, boolean applied) {
        try {
            JsonNode written = JSON.readTree(configuration);
            if (!written.path("module").isMissingNode() || needsTerraform(written)) {
                return Optional.empty();
            }
            String held = applied
                    ? AppliedStack.of(written, JSON.readTree(PROVIDER.toFile())).toString()
                    : configuration;
            Infrastructure read =
                    ConfigurationReader.read(List.of(new ConfigurationFile("case.tf.json", held)), new TreeMap<>());
            return Optional.of(new PlanOf(written, read, applied).make().toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needsTerraform(JsonNode written) {
        for (JsonNode variable : written.path("variable")) {
            if (!variable.has("default")) {
                return true;
            }
        }
        return !written.findValues("count").isEmpty()
                || !written.findValues("for_each").isEmpty()
                || !written.findValues("dynamic").isEmpty();
    }

    private ObjectNode make() {
        plan.put("format_version", "1.2").put("terraform_version", "1.11.4");
        written.path("variable").properties().forEach(variable -> plan.withObject("/variables/" + variable.getKey())
                .set("value", variable.getValue().path("default")));
        ArrayNode planned =
                plan.putObject("planned_values").putObject("root_module").putArray("resources");
        ArrayNode changes = plan.putArray("resource_changes");
        ObjectNode root = plan.putObject("configuration").putObject("root_module");
        ArrayNode expressions = root.putArray("resources");
        written.path("variable").properties().forEach(variable -> root.withObject("/variables/" + variable.getKey())
                .set("default", variable.getValue().path("default")));
        providers();
        for (Resource resource : read.resources()) {
            if (resource.document().isPresent()) {
                continue;
            }
            Planned outcome = planned(resource);
            if (resource.mode() == Resource.Mode.MANAGED) {
                ObjectNode value = planned.addObject();
                identify(value, resource).set("values", outcome.known());
            }
            ObjectNode change = identify(changes.addObject(), resource).putObject("change");
            boolean isManaged = resource.mode() == Resource.Mode.MANAGED;
            change.putArray("actions").add(!isManaged ? "read" : applied ? "no-op" : "create");
            change.set("before", applied && isManaged ? outcome.known() : NODES.nullNode());
            change.set("after", outcome.known());
            change.set("after_unknown", outcome.unknown());
            change.put("before_sensitive", false);
            change.set("after_sensitive", outcome.sensitive());
            expressions.add(configured(resource));
        }
        outputs(root);
        return plan;
    }

    private void providers() {
        ObjectNode configured = ((ObjectNode) plan.path("configuration")).putObject("provider_config");
        for (JsonNode blocks : written.path("provider")) {
            for (JsonNode block : blocks.isArray() ? blocks : List.of(blocks)) {
                String alias = block.path("alias").asText();
                ObjectNode one = configured.putObject(alias.isEmpty() ? "aws" : "aws." + alias);
                one.put("name", "aws");
                if (!alias.isEmpty()) {
                    one.put("alias", alias);
                }
                one.set("expressions", expressions(block, Set.of("alias"), NODES.missingNode()));
            }
        }
    }

    private ObjectNode identify(ObjectNode node, Resource resource) {
        return node.put("address", resource.address())
                .put("mode", resource.mode() == Resource.Mode.MANAGED ? "managed" : "data")
                .put("type", resource.type())
                .put("name", resource.name())
                .put("provider_name", "registry.terraform.io/hashicorp/aws");
    }

    private ObjectNode configured(Resource resource) {
        ObjectNode node = NODES.objectNode();
        identify(node, resource).remove("provider_name");
        node.put("provider_config_key", resource.provider());
        JsonNode block = written.path(resource.mode() == Resource.Mode.MANAGED ? "resource" : "data")
                .path(resource.type())
                .path(resource.name());
        node.set(
                "expressions",
                expressions(
                        block, Set.of("lifecycle", "depends_on", "provider", "//"), provider.path(resource.type())));
        if (block.has("depends_on")) {
            node.set("depends_on", block.path("depends_on"));
        }
        return node;
    }

    private void outputs(ObjectNode root) {
        written.path("output").properties().forEach(output -> {
            Value value = read.resolve(read.outputs().stream()
                    .filter(one -> one.name().equals(output.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .value());
            ObjectNode planned = plan.withObject("/planned_values/outputs/" + output.getKey());
            planned.put("sensitive", output.getValue().path("sensitive").asBoolean());
            value.text().ifPresent(text -> planned.put("value", text));
            plan.withObject("/output_changes/" + output.getKey())
                    .put("after_unknown", value.text().isEmpty());
            ObjectNode one = root.withObject("/outputs/" + output.getKey());
            one.set("expression", expression(output.getValue().path("value")));
            if (output.getValue().path("sensitive").asBoolean()) {
                one.put("sensitive", true);
            }
        });
    }

    // What is known and what is not.

    private record Planned(ObjectNode known, ObjectNode unknown, ObjectNode sensitive) {

        Planned() {
            this(NODES.objectNode(), NODES.objectNode(), NODES.objectNode());
        }
    }

    private Planned planned(Resource resource) {
        Planned planned = new Planned();
        if (resource.mode() == Resource.Mode.DATA) {
            ((Value.Mapping) resource.values())
                    .members()
                    .forEach((name, value) -> put(planned, name, value, NODES.objectNode()));
            planned.unknown().put("id", true);
            return planned;
        }
        JsonNode schema = provider.path(resource.type());
        if (schema.isMissingNode()) {
            throw new AssertionError(
                    "plans/provider.json has no `" + resource.type() + "`; plans/README.md tells how" + " to add it");
        }
        block(planned, resource.values(), schema, resource.address());
        if (planned.known().path("tags").isObject() && schema.has("tags_all")) {
            planned.known().set("tags_all", planned.known().path("tags"));
            planned.unknown().remove("tags_all");
        }
        if (resource.is("aws_acm_certificate")) {
            certificateNames(planned);
        }
        return planned;
    }

    /** The provider computes these from the names; all others come from the schema. */
    private static void certificateNames(Planned planned) {
        Set<String> names = new LinkedHashSet<>();
        names.add(planned.known().path("domain_name").asText());
        planned.known().path("subject_alternative_names").forEach(name -> names.add(name.asText()));
        ArrayNode all = planned.known().putArray("subject_alternative_names");
        ArrayNode options = planned.known().putArray("domain_validation_options");
        ArrayNode unknown = planned.unknown().putArray("domain_validation_options");
        planned.unknown().remove("subject_alternative_names");
        for (String name : names) {
            all.add(name);
            options.addObject().put("domain_name", name);
            unknown.addObject()
                    .put("resource_record_name", true)
                    .put("resource_record_type", true)
                    .put("resource_record_value", true);
        }
    }

    private void block(Planned planned, Value values, JsonNode schema, String where) {
        if (values instanceof Value.Mapping mapping) {
            mapping.members().keySet().stream()
                    .filter(name -> !schema.has(name))
                    .forEach(name -> {
                        throw new AssertionError(where + " has no `" + name + "`");
                    });
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String name = entry.getKey();
            Value value = read.resolve(values.get(name));
            if (entry.getValue().has("block")) {
                blocks(planned, name, value, entry.getValue(), where + "." + name);
            } else {
                put(planned, name, value, entry.getValue());
            }
        }
    }

    private void blocks(Planned planned, String name, Value value, JsonNode schema, String where) {
        if (value.isAbsent()) {
            if (schema.has("computed") && !applied) {
                planned.unknown().put(name, true);
            } else if (schema.path("block").asText().equals("single")) {
                planned.known().putNull(name);
            } else {
                planned.known().putArray(name);
                planned.unknown().putArray(name);
            }
            return;
        }
        ArrayNode known = NODES.arrayNode();
        ArrayNode unknown = NODES.arrayNode();
        for (Value item : value.items()) {
            Planned one = new Planned();
            block(one, item, schema.path("of"), where);
            known.add(one.known());
            unknown.add(one.unknown());
        }
        boolean single = schema.path("block").asText().equals("single");
        planned.known().set(name, single ? known.get(0) : known);
        planned.unknown().set(name, single ? unknown.get(0) : unknown);
    }

    private void put(Planned planned, String name, Value value, JsonNode attribute) {
        Value held = read.resolve(value);
        if (attribute.has("sensitive")) {
            planned.sensitive().put(name, true);
        }
        if (held.isAbsent() && attribute.has("default")) {
            planned.known().set(name, attribute.path("default"));
        } else if (held.isAbsent() && attribute.has("computed") && applied) {
            planned.known().putNull(name);
        } else if (held.isAbsent() && attribute.has("computed")) {
            planned.unknown().put(name, true);
        } else if (applied && isMade(held) && attribute.path("type").asText().equals("string")) {
            planned.known().put(name, DIGEST);
        } else if (isUnknown(held)) {
            planned.unknown().put(name, true);
        } else if (held instanceof Value.Sequence || held instanceof Value.Mapping) {
            put(planned, name, parts(held, attribute.path("type")));
        } else {
            planned.known().set(name, converted(held, attribute.path("type").asText()));
        }
    }

    /** Whether a function has made it of resources, which are there now. */
    private static boolean isMade(Value value) {
        return isUnknown(value)
                && !value.references().isEmpty()
                && value.references().stream()
                        .noneMatch(reference -> reference.address().startsWith("data."));
    }

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Reference
                || value instanceof Value.Unknown
                || value instanceof Value.Template
                || value instanceof Value.Sensitive;
    }

    private record Parts(JsonNode known, JsonNode unknown) {}

    private static void put(Planned planned, String name, Parts parts) {
        if (!parts.unknown().isBoolean()) {
            planned.known().set(name, parts.known());
        }
        planned.unknown().set(name, parts.unknown());
    }

    /** A list or map of which some may be unknown; a set or a map with an unknown member is unknown as a whole. */
    private Parts parts(Value value, JsonNode type) {
        String inner = type.path(1).asText();
        if (value instanceof Value.Sequence sequence) {
            ArrayNode known = NODES.arrayNode();
            ArrayNode unknown = NODES.arrayNode();
            List<Value> items =
                    sequence.items().stream().map(item -> read.resolve(item)).toList();
            boolean isSet = type.path(0).asText().equals("set");
            if (isSet && items.stream().anyMatch(PlanOf::isUnknown)) {
                return new Parts(NODES.nullNode(), BooleanNode.TRUE);
            }
            for (Value item : isSet ? items.stream().sorted(PlanOf::bySetOrder).toList() : items) {
                if (isUnknown(item)) {
                    known.addNull();
                    unknown.add(true);
                } else if (item instanceof Value.Sequence || item instanceof Value.Mapping) {
                    Parts parts = parts(item, type.path(1));
                    known.add(parts.known());
                    unknown.add(parts.unknown());
                } else {
                    known.add(converted(item, inner));
                    unknown.add(false);
                }
            }
            return new Parts(known, unknown);
        }
        Value.Mapping mapping = (Value.Mapping) value;
        if (mapping.members().values().stream()
                .map(read::resolve)
                .anyMatch(one -> isUnknown(one) && !(applied && isMade(one)))) {
            return new Parts(NODES.nullNode(), BooleanNode.TRUE);
        }
        ObjectNode known = NODES.objectNode();
        ObjectNode unknown = NODES.objectNode();
        mapping.members().forEach((name, member) -> {
            Value held = read.resolve(member);
            if (applied && isMade(held)) {
                known.put(name, DIGEST);
            } else if (held instanceof Value.Sequence || held instanceof Value.Mapping) {
                Parts parts = parts(held, type.path(1));
                known.set(name, parts.known());
                unknown.set(name, parts.unknown());
            } else {
                known.set(name, converted(held, inner));
            }
        });
        return new Parts(known, unknown);
    }

    private static int bySetOrder(Value one, Value two) {
        return one.text().orElse("\uffff").compareTo(two.text().orElse("\uffff"));
    }

    private static JsonNode converted(Value value, String type) {
        if (!(value instanceof Value.Scalar scalar)) {
            return NODES.nullNode();
        }
        if (type.equals("string")) {
            return TextNode.valueOf(value.text().orElseThrow());
        }
        if (type.equals("bool") && value.bool().isPresent()) {
            return BooleanNode.valueOf(value.bool().get());
        }
        if (type.equals("number") && value.number().isPresent()) {
            return DecimalNode.valueOf(value.number().get());
        }
        return scalar.value() instanceof BigDecimal number
                ? DecimalNode.valueOf(number)
                : scalar.value() instanceof Boolean bool
                        ? BooleanNode.valueOf(bool)
                        : TextNode.valueOf(scalar.value().toString());
    }

    // What refers to what.

    private ObjectNode expressions(JsonNode block, Set<String> without, JsonNode schema) {
        ObjectNode node = NODES.objectNode();
        block.properties().forEach(member -> {
            if (!without.contains(member.getKey())) {
                node.set(member.getKey(), memberExpression(member.getValue(), schema.path(member.getKey())));
            }
        });
        return node;
    }

    private JsonNode memberExpression(JsonNode value, JsonNode schema) {
        boolean isObject = value.isObject() || (value.isArray() && value.path(0).isObject());
        boolean isBlock = isObject && !schema.has("type");
        if (!isBlock) {
            return expression(value);
        }
        ArrayNode blocks = NODES.arrayNode();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            blocks.add(expressions(one, Set.of(), schema.path("of")));
        }
        return blocks;
    }

    private ObjectNode expression(JsonNode value) {
        Set<String> references = new LinkedHashSet<>();
        collect(value, references);
        ObjectNode node = NODES.objectNode();
        if (references.isEmpty()) {
            node.set("constant_value", value);
        } else {
            references.forEach(node.putArray("references")::add);
        }
        return node;
    }

    private static void collect(JsonNode value, Set<String> references) {
        if (!value.isTextual()) {
            value.forEach(part -> collect(part, references));
            return;
        }
        String text = value.asText();
        for (int from = text.indexOf("${"); from >= 0; from = text.indexOf("${", from + 1)) {
            Matcher traversal = TRAVERSAL.matcher(text);
            traversal.region(from + 2, end(text, from));
            while (traversal.find()) {
                add(traversal.group(), references);
            }
        }
    }

    static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0 && i > from + 1) {
                return i;
            }
        }
        return text.length();
    }

    /** As Terraform prints a reference: each shorter form of it too, down to the resource. */
    private static void add(String traversal, Set<String> references) {
        int least = traversal.startsWith("data.") ? 3 : 2;
        String shorter = traversal;
        while (!shorter.isEmpty()) {
            references.add(shorter);
            int cut = Math.max(shorter.lastIndexOf('.'), shorter.lastIndexOf('['));
            String next = cut < 0 ? "" : shorter.substring(0, cut);
            shorter = next.split("\\.", -1).length < least ? "" : next;
        }
    }
}

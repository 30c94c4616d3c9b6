package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts stand-ins for a plan's sensitive values: those that Terraform marks, in values and in the configuration that
 * they come from, and wherever else one of them stands.
 */
final class PlanMasking {

    /** So long a text is nobody's region or name by chance. */
    private static final int TELLING = 16;

    private static final String CONSTANT = "constant_value";

    private final SensitiveValues secrets;
    /** What was masked and may stand elsewhere too, the longest first. */
    private final TreeSet<String> texts =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    /** Terraform's marks by the module and name of a resource. */
    private final Map<String, List<JsonNode>> marks = new TreeMap<>();

    PlanMasking(SensitiveValues secrets) {
        this.secrets = secrets;
    }

    void mask(ObjectNode plan) {
        for (String list : List.of("resource_changes", "resource_drift")) {
            plan.path(list).forEach(this::resourceChange);
        }
        plan.path("deferred_changes").forEach(deferred -> resourceChange(deferred.path("resource_change")));
        plan.path("output_changes").forEach(this::change);
        values(plan.path("planned_values"));
        values(plan.path("prior_state").path("values"));
        JsonNode root = plan.path("configuration").path("root_module");
        root.path("variables").properties().forEach(one -> {
            if (isSensitive(one.getValue())) {
                member(plan.path("variables").path(one.getKey()), "value");
            }
        });
        module(root, "");
        plan.path("configuration").path("provider_config").forEach(PlanMasking::provider);
        rest(plan);
    }

    private void resourceChange(JsonNode entry) {
        JsonNode change = entry.path("change");
        remember(entry, entry.path("module_address").asText(), change.path("before_sensitive"));
        remember(entry, entry.path("module_address").asText(), change.path("after_sensitive"));
        change(change);
    }

    private void change(JsonNode change) {
        member(change, "before", change.path("before_sensitive"));
        member(change, "after", change.path("after_sensitive"));
        if (change instanceof ObjectNode object) {
            object.remove("generated_config");
        }
    }

    private void values(JsonNode values) {
        values.path("outputs").forEach(output -> {
            if (isSensitive(output)) {
                member(output, "value");
            }
        });
        moduleValues(values.path("root_module"));
    }

    private void moduleValues(JsonNode module) {
        for (JsonNode resource : module.path("resources")) {
            remember(resource, module.path("address").asText(), resource.path("sensitive_values"));
            member(resource, "values", resource.path("sensitive_values"));
        }
        module.path("child_modules").forEach(this::moduleValues);
    }

    private void remember(JsonNode resource, String module, JsonNode mark) {
        if ((mark.isContainerNode() && !mark.isEmpty()) || mark.asBoolean()) {
            marks.computeIfAbsent(key(module, resource), key -> new ArrayList<>())
                    .add(mark);
        }
    }

    private static String key(String module, JsonNode resource) {
        return module.replaceAll("\\[(\"(\\\\.|[^\"\\\\])*\"|\\d+)\\]", "") + "|"
                + resource.path("mode").asText() + "|" + resource.path("type").asText() + "|"
                + resource.path("name").asText();
    }

    private void module(JsonNode module, String address) {
        module.path("variables").forEach(variable -> {
            if (isSensitive(variable)) {
                member(variable, "default");
            }
        });
        module.path("outputs").forEach(output -> {
            if (isSensitive(output)) {
                member(output.path("expression"), CONSTANT);
            }
        });
        for (JsonNode resource : module.path("resources")) {
            if (resource instanceof ObjectNode object) {
                object.remove("provisioners");
            }
            marks.getOrDefault(key(address, resource), List.of())
                    .forEach(mark -> expression(resource.path("expressions"), mark));
        }
        module.path("module_calls").properties().forEach(call -> {
            JsonNode callee = call.getValue().path("module");
            callee.path("variables").properties().forEach(variable -> {
                if (isSensitive(variable.getValue())) {
                    member(call.getValue().path("expressions").path(variable.getKey()), CONSTANT);
                }
            });
            module(callee, (address.isEmpty() ? "" : address + ".") + "module." + call.getKey());
        });
    }

    /** A plan does not say which arguments of a provider are sensitive; where and as whom it works is no secret. */
    private static void provider(JsonNode provider) {
        if (provider.path("expressions") instanceof ObjectNode expressions) {
            expressions.remove(List.of("access_key", "secret_key", "token", "password", "api_key"));
        }
    }

    private void expression(JsonNode expression, JsonNode mark) {
        if (expression.has(CONSTANT)) {
            member(expression, CONSTANT, mark);
        } else if (mark.isArray()) {
            // A block, and its values in a list of one or more.
            for (JsonNode one : mark) {
                if (expression.isArray()) {
                    expression.forEach(block -> expression(block, one));
                } else {
                    expression(expression, one);
                }
            }
        } else if (mark.isObject()) {
            mark.properties().forEach(one -> expression(expression.path(one.getKey()), one.getValue()));
        }
    }

    private static boolean isSensitive(JsonNode described) {
        return described.path("sensitive").asBoolean();
    }

    private void member(JsonNode owner, String name) {
        member(owner, name, BooleanNode.TRUE);
    }

    private void member(JsonNode owner, String name, JsonNode mark) {
        if (owner instanceof ObjectNode object && object.hasNonNull(name)) {
            object.set(name, masked(object.get(name), mark));
        }
    }

    private JsonNode masked(JsonNode value, JsonNode mark) {
        if (value.isNull() || value.isMissingNode()) {
            return value;
        } else if (mark.isBoolean()) {
            return mark.booleanValue() ? standIn(value) : value;
        } else if (value instanceof ObjectNode object) {
            mark.properties().forEach(one -> member(object, one.getKey(), one.getValue()));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < Math.min(array.size(), mark.size()); i++) {
                array.set(i, masked(array.get(i), mark.get(i)));
            }
        }
        return value;
    }

    private JsonNode standIn(JsonNode value) {
        collect(value);
        return text(secrets.standIn(value));
    }

    private void collect(JsonNode value) {
        if (value.isTextual() && value.textValue().length() >= TELLING) {
            texts.add(value.textValue());
        }
        value.forEach(this::collect);
    }

    /** What is unmarked and says the same: a value that went through something that drops the mark. */
    private void rest(JsonNode node) {
        if (texts.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(one -> one.setValue(unsaid(one.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, unsaid(array.get(i)));
            }
        }
    }

    private JsonNode unsaid(JsonNode value) {
        if (!value.isTextual()) {
            rest(value);
            return value;
        }
        String said = value.textValue();
        for (String secret : texts) {
            if (said.contains(secret)) {
                said = said.replace(secret, secrets.standIn(text(secret)));
            }
        }
        return said.equals(value.textValue()) ? value : text(said);
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}

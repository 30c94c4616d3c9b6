package dev.tollgate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan as JSON that a second run gives again, and that holds no secret: the parts that say what is planned, their
 * keys sorted, without the time and the ids of one run, and with stand-ins for sensitive values.
 */
final class CanonicalPlan {

    /** What a reader of plans asks for. What a later Terraform adds is not among it, and may hold anything. */
    private static final List<String> PARTS = List.of(
            "format_version",
            "terraform_version",
            "errored",
            "variables",
            "planned_values",
            "resource_drift",
            "resource_changes",
            "deferred_changes",
            "output_changes",
            "prior_state",
            "configuration");

    /** Who plans is not who deploys. */
    private static final Set<String> OF_THE_RUN = Set.of("arn", "user_id");

    private CanonicalPlan() {}

    /**
     * {@code shown}, the output of {@code terraform show -json}, with what {@code secrets} puts for sensitive values.
     */
    static byte[] of(byte[] shown, SensitiveValues secrets) {
        JsonNode all = TerraformJson.of(new String(shown, StandardCharsets.UTF_8));
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        for (String part : PARTS) {
            if (all.has(part)) {
                plan.set(part, all.get(part));
            }
        }
        new PlanMasking(secrets).mask(plan);
        forgetRun(plan.at("/prior_state/values/root_module"));
        return (sorted(plan) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void forgetRun(JsonNode module) {
        for (JsonNode resource : module.path("resources")) {
            if (resource.path("type").asText().equals("aws_caller_identity")
                    && resource.path("values") instanceof ObjectNode values) {
                values.remove(OF_THE_RUN);
            }
        }
        module.path("child_modules").forEach(CanonicalPlan::forgetRun);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> copy.set(name, sorted(object.get(name))));
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}

package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plans that Terraform made of one stack of hand-written HCL with each of its faults, by the fault's name. Kept is
 * the plan of the stack as it is, and what each fault's plan has otherwise. Instead of a plan there is a text where
 * Terraform makes none: what it says of the fault.
 */
public final class SeededPlans {

    /** The stack without a fault. */
    public static final String GOOD = "good";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeededPlans() {}

    /** The plans of {@code stack}; {@code view} is {@code plan} or, after an apply, {@code applied}. */
    public static SortedMap<String, JsonNode> read(String stack, String view) throws IOException {
        JsonNode kept = JSON.readTree(file(stack, view).toFile());
        JsonNode good = kept.path(GOOD);
        SortedMap<String, JsonNode> plans = new TreeMap<>();
        plans.put(GOOD, good);
        kept.path("faults")
                .properties()
                .forEach(fault -> plans.put(
                        fault.getKey(),
                        fault.getValue().isTextual() ? fault.getValue() : JsonDelta.applied(good, fault.getValue())));
        return plans;
    }

    /** Keeps {@code plans}, the good one among them. */
    public static void write(String stack, String view, SortedMap<String, JsonNode> plans) throws IOException {
        JsonNode good = plans.getOrDefault(GOOD, JsonNodeFactory.instance.missingNode());
        StringBuilder text = new StringBuilder("{\"good\": ").append(good).append(",\n\"faults\": {");
        String between = "\n";
        for (var plan : plans.entrySet()) {
            if (!plan.getKey().equals(GOOD)) {
                JsonNode kept =
                        plan.getValue().isTextual() ? plan.getValue() : JsonDelta.between(good, plan.getValue());
                text.append(between)
                        .append(new TextNode(plan.getKey()))
                        .append(": ")
                        .append(kept);
                between = ",\n";
            }
        }
        Files.writeString(file(stack, view), text.append("\n}}\n"));
    }

    /** The folder of hand-written HCL that is {@code stack}, or what is the same in {@code both}. */
    public static Path hcl(String stack) {
        return SeededFault.FOLDER.resolve("hcl").resolve(stack);
    }

    /** What is in the state once {@code stack} is applied. */
    public static Path state(String stack) {
        return SeededFault.FOLDER.resolve("hcl").resolve(stack + ".state.json");
    }

    private static Path file(String stack, String view) {
        return SeededFault.FOLDER.resolve("hcl").resolve(stack + "." + view + ".json");
    }
}

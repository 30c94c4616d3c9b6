package dev.tollgate.synth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every key of the environment file as a typed variable whose default is the file's value. They are data, and put into
 * the emitted JSON as such: CDKTF would turn the names that a user gave into snake case, and drop a default of null,
 * and a variable without a default is one that Terraform asks for.
 */
final class Inputs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Inputs() {}

    /** Declares the variables of {@code environment} in {@code stack}, its emitted JSON. */
    static void declare(ObjectNode stack, Environment environment) {
        SortedMap<String, Object> filled = Defaults.fill(environment.inputs(), EnvironmentSchema.ROOT);
        SortedMap<String, ObjectNode> variables = new TreeMap<>();
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            Optional<Object> value = Optional.ofNullable(environment.inputs().get(attribute.name()))
                    .or(attribute::value);
            ObjectNode variable = JSON.createObjectNode()
                    .put("description", attribute.description())
                    .put("nullable", value.isEmpty())
                    .put("type", attribute.type().expression());
            List<ObjectNode> validations = new ArrayList<>(LateLimits.of(attribute, filled.get(attribute.name())));
            ShapeGuard.of(attribute, filled.get(attribute.name())).ifPresent(guard -> validations.add(0, guard));
            if (!validations.isEmpty()) {
                variable.putArray("validation").addAll(validations);
            }
            variable.set("default", JSON.valueToTree(value.orElse(null)));
            variables.put(attribute.name(), variable);
        }
        stack.withObject("/variable").setAll(variables);
    }
}

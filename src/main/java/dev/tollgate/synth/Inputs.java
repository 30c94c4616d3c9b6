package dev.tollgate.synth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the environment file as a typed variable whose default is the file's value. They are data, and put into
 * the emitted JSON as such: CDKTF would turn the names that a user gave into snake case, and drop a default of null,
 * and a variable without a default is one that Terraform asks for.
 */
final class Inputs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LateLimits limits = new LateLimits();
    private final ShapeGuard guard = new ShapeGuard();

    /** The types, which are long, by key. */
    private final Map<String, String> types = new HashMap<>();

    /** The variables of keys that a file leaves out: in every stack the same. */
    private final Map<String, ObjectNode> ofNothing = new HashMap<>();

    /** Declares the variables of {@code environment} in {@code stack}, its emitted JSON. */
    void declare(ObjectNode stack, Environment environment) {
        SortedMap<String, Object> inputs = environment.inputs();
        SortedMap<String, Object> filled = Defaults.fill(inputs, EnvironmentSchema.ROOT);
        SortedMap<String, ObjectNode> variables = new TreeMap<>();
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            String name = attribute.name();
            Object given = inputs.get(name);
            Object whole = filled.get(name);
            variables.put(
                    name,
                    given != null
                            ? variable(attribute, given, whole)
                            : ofNothing.computeIfAbsent(
                                    name,
                                    left -> variable(
                                            attribute, attribute.value().orElse(null), whole)));
        }
        stack.withObject("/variable").setAll(variables);
    }

    /** Every variable's name. */
    static List<String> names() {
        return EnvironmentSchema.ROOT.attributes().stream().map(Attribute::name).toList();
    }

    private ObjectNode variable(Attribute attribute, @Nullable Object value, @Nullable Object filled) {
        String type =
                types.computeIfAbsent(attribute.name(), name -> attribute.type().expression());
        ObjectNode variable = JSON.createObjectNode()
                .put("description", attribute.description())
                .put("nullable", value == null)
                .put("type", type);
        List<ObjectNode> validations = new ArrayList<>(limits.of(attribute, filled));
        guard.of(attribute, filled).ifPresent(validation -> validations.add(0, validation));
        if (!validations.isEmpty()) {
            variable.putArray("validation").addAll(validations);
        }
        variable.set("default", JSON.valueToTree(value));
        return variable;
    }
}

package dev.tollgate.synth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformVariable;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import software.constructs.Construct;

/**
 * Every key of the environment file as a typed variable whose default is the file's value. The defaults are put into
 * the emitted JSON: CDKTF would turn the names that a user gave into snake case, and drop a default of null, and a
 * variable without a default is one that Terraform asks for.
 */
final class Inputs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Inputs() {}

    /** Declares the variables of {@code environment}. */
    static void declare(Construct stack, Environment environment) {
        SortedMap<String, Object> filled = Defaults.fill(environment.inputs(), EnvironmentSchema.ROOT);
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            TerraformVariable.Builder variable = TerraformVariable.Builder.create(stack, attribute.name())
                    .type(attribute.type().expression())
                    .description(attribute.description())
                    .nullable(value(attribute, environment).isEmpty());
            ShapeGuard.of(attribute, filled.get(attribute.name()))
                    .ifPresent(guard -> variable.validation(List.of(guard)));
            variable.build();
        }
    }

    /** Puts the defaults into {@code variables}, as emitted for {@code environment}. */
    static void fillDefaults(ObjectNode variables, Environment environment) {
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            ObjectNode variable = (ObjectNode) variables.path(attribute.name());
            variable.set(
                    "default", JSON.valueToTree(value(attribute, environment).orElse(null)));
        }
    }

    private static Optional<Object> value(Attribute attribute, Environment environment) {
        return Optional.ofNullable(environment.inputs().get(attribute.name())).or(attribute::value);
    }
}

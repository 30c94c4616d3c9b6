package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformVariable;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Every key of the environment file as a typed variable whose default is the file's value. */
final class Inputs {

    private Inputs() {}

    /** Declares the variables of {@code environment}; {@code filled} are its values with every default. */
    static void declare(Construct stack, Environment environment, SortedMap<String, Object> filled) {
        for (Attribute attribute : EnvironmentSchema.ROOT.attributes()) {
            declare(stack, attribute, environment.inputs().get(attribute.name()), filled.get(attribute.name()));
        }
    }

    private static void declare(
            Construct stack, Attribute attribute, @Nullable Object written, @Nullable Object filled) {
        Optional<Object> value = Optional.ofNullable(written).or(attribute::value);
        TerraformVariable.Builder variable = TerraformVariable.Builder.create(stack, attribute.name())
                .type(attribute.type().expression())
                .description(attribute.description())
                .nullable(value.isEmpty());
        value.ifPresent(variable::defaultValue);
        ShapeGuard.of(attribute, filled).ifPresent(guard -> variable.validation(List.of(guard)));
        variable.build();
    }
}

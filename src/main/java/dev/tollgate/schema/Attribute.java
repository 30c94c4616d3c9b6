package dev.tollgate.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the schema says of one key.
 *
 * @param value what stands there when the file says nothing: a String, BigDecimal, Boolean, List or Map
 * @param late whether a var file may change it after synth; what is not late decides which resources exist
 * @param limit what AWS refuses, found before AWS is asked
 * @param lateLimits what a rule says of a value in the file, and Terraform of one that a var file brings
 * @param fixed for a value that is fixed once something is made of it, what another value does
 * @param capabilities what it asks for that not every kind of API has
 * @param description for the reference page and the Terraform variable
 */
public record Attribute(
        String name,
        Type type,
        boolean required,
        Optional<Object> value,
        boolean late,
        Optional<Limit> limit,
        List<Limit> lateLimits,
        Optional<String> fixed,
        List<Capability> capabilities,
        String description) {

    public Attribute {
        lateLimits = List.copyOf(lateLimits);
        capabilities = List.copyOf(capabilities);
    }

    /** The attribute as it stands in Terraform's {@code object({…})}: {@code timeout = optional(number, 10)}. */
    String declaration() {
        if (required) {
            return name + " = " + type.expression();
        }
        return name + " = optional(" + type.expression()
                + value.map(v -> ", " + literal(v)).orElse("") + ")";
    }

    private static String literal(Object value) {
        return value instanceof Map<?, ?> ? "{}" : Literal.of(value);
    }
}

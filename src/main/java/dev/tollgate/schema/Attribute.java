package dev.tollgate.schema;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One key of the environment file, or of an object in it.
 *
 * @param value what stands there when the file says nothing: a String, BigDecimal, Boolean, List or Map
 * @param late whether a var file may change it after synth; what is not late decides which resources exist
 * @param limit what AWS refuses, found before AWS is asked
 * @param description for the reference page and the Terraform variable
 */
public record Attribute(
        String name,
        Type type,
        boolean required,
        Optional<Object> value,
        boolean late,
        Optional<Limit> limit,
        String description) {

    static Attribute string(String name) {
        return of(name, Type.Primitive.STRING);
    }

    static Attribute number(String name) {
        return of(name, Type.Primitive.NUMBER);
    }

    static Attribute bool(String name) {
        return of(name, Type.Primitive.BOOL);
    }

    static Attribute strings(String name) {
        return of(name, new Type.ListOf(Type.Primitive.STRING));
    }

    static Attribute stringMap(String name) {
        return of(name, new Type.MapOf(Type.Primitive.STRING));
    }

    static Attribute object(String name, Attribute... attributes) {
        return of(name, new Type.ObjectOf(Arrays.asList(attributes)));
    }

    static Attribute objects(String name, Attribute... attributes) {
        return of(name, new Type.ListOf(new Type.ObjectOf(Arrays.asList(attributes))));
    }

    static Attribute objectMap(String name, Attribute... attributes) {
        return of(name, new Type.MapOf(new Type.ObjectOf(Arrays.asList(attributes))));
    }

    private static Attribute of(String name, Type type) {
        return new Attribute(name, type, false, Optional.empty(), false, Optional.empty(), "");
    }

    /** The same key, and a file without it is refused. */
    Attribute mandatory() {
        return new Attribute(name, type, true, value, late, limit, description);
    }

    /** The same key, and a var file may change its value after synth. */
    Attribute changeable() {
        return new Attribute(name, type, required, value, true, limit, description);
    }

    Attribute byDefault(String text) {
        return withValue(text);
    }

    Attribute byDefault(long number) {
        return withValue(BigDecimal.valueOf(number));
    }

    Attribute byDefault(boolean truth) {
        return withValue(truth);
    }

    /**
     * The same key, an empty list, map or object when the file says nothing; an object has its attributes' defaults
     * then.
     */
    Attribute emptyByDefault() {
        return withValue(type instanceof Type.ListOf ? List.of() : new java.util.TreeMap<String, Object>());
    }

    Attribute within(Limit bound) {
        return new Attribute(name, type, required, value, late, Optional.of(bound), description);
    }

    Attribute about(String text) {
        return new Attribute(name, type, required, value, late, limit, text);
    }

    private Attribute withValue(Object fallback) {
        return new Attribute(name, type, required, Optional.of(fallback), late, limit, description);
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
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof List<?>) {
            return "[]";
        }
        return value instanceof java.util.Map<?, ?> ? "{}" : value.toString();
    }
}

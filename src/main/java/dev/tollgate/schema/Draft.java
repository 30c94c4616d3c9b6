package dev.tollgate.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What is said of a key where an enum lists it; the enum's constant gives it its name. */
final class Draft {

    private final Type type;
    private final List<Capability> capabilities = new ArrayList<>();
    private boolean required;
    private boolean late;
    private Optional<Object> value = Optional.empty();
    private Optional<Limit> limit = Optional.empty();
    private final List<Limit> lateLimits = new ArrayList<>();
    private Optional<String> fixed = Optional.empty();
    private String description = "";

    private Draft(Type type) {
        this.type = type;
    }

    static Draft string() {
        return new Draft(Type.Primitive.STRING);
    }

    static Draft number() {
        return new Draft(Type.Primitive.NUMBER);
    }

    static Draft bool() {
        return new Draft(Type.Primitive.BOOL);
    }

    static Draft strings() {
        return new Draft(new Type.ListOf(Type.Primitive.STRING));
    }

    static Draft stringMap() {
        return new Draft(new Type.MapOf(Type.Primitive.STRING));
    }

    /** An object that has {@code keys}. */
    static Draft object(Key... keys) {
        return new Draft(objectOf(keys));
    }

    /** A list of objects that have {@code keys}. */
    static Draft objects(Key... keys) {
        return new Draft(new Type.ListOf(objectOf(keys)));
    }

    /** Objects that have {@code keys}, each under a name that the user gives. */
    static Draft objectMap(Key... keys) {
        return new Draft(new Type.MapOf(objectOf(keys)));
    }

    static Type.ObjectOf objectOf(Key... keys) {
        return new Type.ObjectOf(Arrays.stream(keys).map(Key::attribute).toList());
    }

    /** A file, or an object, without it is refused. */
    Draft mandatory() {
        required = true;
        return this;
    }

    /** A var file may change its value after synth. */
    Draft changeable() {
        late = true;
        return this;
    }

    /** Its value is fixed once something is made of it; {@code because} says what another value does. */
    Draft fixed(String because) {
        fixed = Optional.of(because);
        return this;
    }

    /** It asks for {@code capability}, which not every kind of API has. */
    Draft asksFor(Capability capability) {
        capabilities.add(capability);
        return this;
    }

    Draft byDefault(String... texts) {
        value = Optional.of(type instanceof Type.ListOf ? List.of(texts) : texts[0]);
        return this;
    }

    Draft byDefault(long number) {
        value = Optional.of(BigDecimal.valueOf(number));
        return this;
    }

    Draft byDefault(boolean truth) {
        value = Optional.of(truth);
        return this;
    }

    /** An empty list, map or object when the file says nothing; an object has its attributes' defaults then. */
    Draft emptyByDefault() {
        value = Optional.of(type instanceof Type.ListOf ? List.of() : new TreeMap<String, Object>());
        return this;
    }

    Draft within(Limit bound) {
        limit = Optional.of(bound);
        return this;
    }

    /** A value that a var file brings is held to {@code bound} too, which a rule tells of in the environment file. */
    Draft lately(Limit bound) {
        lateLimits.add(bound);
        return this;
    }

    Draft about(String text) {
        description = text;
        return this;
    }

    /** The attribute of the enum's constant {@code constant}: {@code MEMORY_SIZE} is {@code memory_size}. */
    Attribute of(Enum<?> constant) {
        return new Attribute(
                constant.name().toLowerCase(Locale.ROOT),
                type,
                required,
                value,
                late,
                limit,
                lateLimits,
                fixed,
                capabilities,
                description);
    }
}

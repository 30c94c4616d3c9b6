package dev.tollgate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every key of an environment file. */
public final class EnvironmentSchema {

    /** The file's top-level keys, in the order the reference page shows them. */
    public static final Type.ObjectOf ROOT = Draft.objectOf(EnvironmentKeys.values());

    private EnvironmentSchema() {}

    /** What some kind of API lacks, in the order of the keys that ask for it: a general thing before its parts. */
    public static List<Capability> capabilities() {
        List<Capability> all = new ArrayList<>();
        collect(ROOT, List.of(), all);
        return all;
    }

    /** Whether {@code path} leads to a key, an entry of a map or an item of a list. */
    public static boolean knows(List<String> path) {
        Optional<Type> at = Optional.of(ROOT);
        for (String part : path) {
            at = at.flatMap(type -> part(type, part));
        }
        return at.isPresent();
    }

    /** Whether {@code key} is a top-level key that holds one thing: {@code user_pool}, and not {@code routes}. */
    public static boolean isObject(String key) {
        return ROOT.attribute(key)
                .filter(attribute -> attribute.type() instanceof Type.ObjectOf)
                .isPresent();
    }

    private static Optional<Type> part(Type type, String part) {
        if (type instanceof Type.ObjectOf object) {
            return object.attribute(part).map(Attribute::type);
        }
        if (type instanceof Type.MapOf map) {
            return Optional.of(map.element());
        }
        return type instanceof Type.ListOf list && part.matches("[0-9]+")
                ? Optional.of(list.element())
                : Optional.empty();
    }

    private static void collect(Type.ObjectOf object, List<String> path, List<Capability> all) {
        for (Attribute attribute : object.attributes()) {
            List<String> at = new ArrayList<>(path);
            at.add(attribute.name());
            attribute.capabilities().forEach(capability -> all.add(capability.at(at)));
            if (attribute.type() instanceof Type.ObjectOf inner) {
                collect(inner, at, all);
            }
        }
    }
}

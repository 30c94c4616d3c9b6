package dev.tollgate.testing;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A file in which every key of the schema stands once, and the same file with another value at each of them in turn. It
 * is made from the schema, so that a new key is in it without being named here; what it says need not make sense.
 */
@SuppressWarnings("NullAway") // what is looked up here was put there before
public final class EveryKey {

    /** The name of the one entry of every map of objects. */
    private static final String ENTRY = "one";

    private final Samples samples = new Samples(new Random(15));
    private final List<Change> changes = new ArrayList<>();

    private EveryKey() {}

    /**
     * One key, changed.
     *
     * @param without what {@code before} says when the key is not in it
     */
    public record Change(
            KeyPath path,
            Attribute attribute,
            SortedMap<String, Object> before,
            SortedMap<String, Object> after,
            SortedMap<String, Object> without) {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A change of every key that has a value of its own, and no keys in it. */
    public static List<Change> changed() {
        EveryKey every = new EveryKey();
        SortedMap<String, Object> file = every.object(EnvironmentSchema.ROOT);
        every.walk(EnvironmentSchema.ROOT, file, KeyPath.ROOT, changed -> changed, file);
        return every.changes;
    }

    private SortedMap<String, Object> object(Type.ObjectOf type) {
        SortedMap<String, Object> object = new TreeMap<>();
        type.attributes().forEach(attribute -> object.put(attribute.name(), value(attribute.type(), attribute)));
        return object;
    }

    private Object value(Type type, Attribute attribute) {
        if (type instanceof Type.ObjectOf object) {
            return object(object);
        }
        if (keys(type).isEmpty()) {
            return samples.value(attribute);
        }
        return type instanceof Type.MapOf map
                ? new TreeMap<>(Map.of(ENTRY, value(map.element(), attribute)))
                : List.of(value(((Type.ListOf) type).element(), attribute));
    }

    /** The keys in a value of {@code type}; empty where there are none. */
    private static Optional<Type.ObjectOf> keys(Type type) {
        if (type instanceof Type.MapOf map) {
            return keys(map.element());
        }
        if (type instanceof Type.ListOf list) {
            return keys(list.element());
        }
        return type instanceof Type.ObjectOf object ? Optional.of(object) : Optional.empty();
    }

    /** {@code whole} makes the file of what {@code object} becomes. */
    private void walk(
            Type.ObjectOf type,
            SortedMap<String, Object> object,
            KeyPath path,
            UnaryOperator<SortedMap<String, Object>> whole,
            SortedMap<String, Object> file) {
        for (Attribute attribute : type.attributes()) {
            String name = attribute.name();
            Object now = object.get(name);
            Optional<Type.ObjectOf> keys = keys(attribute.type());
            if (keys.isEmpty()) {
                changes.add(new Change(
                        place(path.child(name), now),
                        attribute,
                        file,
                        whole.apply(with(object, name, other(attribute, now))),
                        whole.apply(without(object, name))));
            } else if (attribute.type() instanceof Type.ObjectOf) {
                walk(keys.get(), map(now), path.child(name), changed -> whole.apply(with(object, name, changed)), file);
            } else if (attribute.type() instanceof Type.MapOf) {
                walk(
                        keys.get(),
                        map(map(now).get(ENTRY)),
                        path.child(name).child(ENTRY),
                        changed -> whole.apply(with(object, name, new TreeMap<>(Map.of(ENTRY, changed)))),
                        file);
            } else {
                walk(
                        keys.get(),
                        map(((List<?>) now).get(0)),
                        path.child(name).child("0"),
                        changed -> whole.apply(with(object, name, List.of(changed))),
                        file);
            }
        }
    }

    /** Another value for a key that has {@code now}; of a map, another value of its first entry. */
    private Object other(Attribute attribute, Object now) {
        if (now instanceof SortedMap<?, ?> entries) {
            SortedMap<String, Object> changed = new TreeMap<>(map(entries));
            for (int attempt = 0; changed.equals(now) && attempt < 100; attempt++) {
                changed.put(
                        changed.firstKey(),
                        map(samples.value(attribute)).values().iterator().next());
            }
            return changed;
        }
        return samples.other(attribute, now)
                .orElseThrow(() -> new AssertionError("no other value for `" + attribute.name() + "`"));
    }

    private static KeyPath place(KeyPath path, Object now) {
        return now instanceof SortedMap<?, ?> entries ? path.child((String) entries.firstKey()) : path;
    }

    private static SortedMap<String, Object> with(SortedMap<String, Object> object, String key, Object value) {
        SortedMap<String, Object> changed = new TreeMap<>(object);
        changed.put(key, value);
        return changed;
    }

    private static SortedMap<String, Object> without(SortedMap<String, Object> object, String key) {
        SortedMap<String, Object> changed = new TreeMap<>(object);
        changed.remove(key);
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> map(Object value) {
        return (SortedMap<String, Object>) value;
    }
}

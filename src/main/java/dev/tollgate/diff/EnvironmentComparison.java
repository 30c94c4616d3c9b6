package dev.tollgate.diff;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two environments, key by key: every key of the schema that one of the files writes. A key that a file leaves out has
 * its default; the entries of a map are compared by name, and what only one file has is one difference as a whole.
 */
public final class EnvironmentComparison {

    private final List<Row> rows = new ArrayList<>();

    private EnvironmentComparison() {}

    /** What the files say that hold {@code left} and {@code right}, in the order of the schema. */
    public static List<Row> of(Map<String, Object> left, Map<String, Object> right) {
        EnvironmentComparison comparison = new EnvironmentComparison();
        comparison.object(EnvironmentSchema.ROOT, left, right, KeyPath.ROOT);
        return List.copyOf(comparison.rows);
    }

    private void object(Type.ObjectOf type, Map<?, ?> left, Map<?, ?> right, KeyPath path) {
        for (Attribute attribute : type.attributes()) {
            Optional<Said> one = said(attribute, left);
            Optional<Said> other = said(attribute, right);
            if (Stream.of(one, other).flatMap(Optional::stream).anyMatch(said -> !said.byDefault())) {
                compare(attribute.type(), one, other, path.child(attribute.name()));
            }
        }
    }

    private static Optional<Said> said(Attribute attribute, Map<?, ?> file) {
        return Optional.<Object>ofNullable(file.get(attribute.name()))
                .map(value -> new Said(value, false))
                .or(() -> attribute.value().map(value -> new Said(value, true)));
    }

    private void compare(Type type, Optional<Said> left, Optional<Said> right, KeyPath path) {
        if (type instanceof Type.MapOf map) {
            entries(map.element(), entries(left), entries(right), path);
        } else if (left.isEmpty() || right.isEmpty() || !hasKeys(type)) {
            rows.add(new Row(path, left, right));
        } else if (type instanceof Type.ObjectOf object) {
            object(object, map(left), map(right), path);
        } else {
            items(((Type.ListOf) type).element(), list(left), list(right), path);
        }
    }

    /** Whether values of {@code type} are distinguished by the keys in them. */
    private static boolean hasKeys(Type type) {
        return type instanceof Type.ObjectOf || (type instanceof Type.ListOf list && hasKeys(list.element()));
    }

    private void entries(Type element, Map<?, ?> left, Map<?, ?> right, KeyPath path) {
        TreeSet<String> names = new TreeSet<>();
        left.keySet().forEach(name -> names.add((String) name));
        right.keySet().forEach(name -> names.add((String) name));
        names.forEach(name -> compare(element, written(left.get(name)), written(right.get(name)), path.child(name)));
    }

    /** An item is compared with the one of the other list that is most like it, wherever they stand. */
    private void items(Type element, List<?> left, List<?> right, KeyPath path) {
        List<Object> rest = new ArrayList<>(left);
        List<Boolean> inBoth = right.stream().map(rest::remove).toList();
        for (int i = 0; i < right.size(); i++) {
            Object item = right.get(i);
            Optional<Object> like = inBoth.get(i) ? Optional.of(item) : mostLike(item, rest);
            if (!inBoth.get(i)) {
                like.ifPresent(rest::remove);
            }
            KeyPath at = path.child(String.valueOf(i));
            compare(element, like.flatMap(EnvironmentComparison::written), written(item), at);
        }
        for (Object only : rest) {
            compare(element, written(only), Optional.empty(), path.child(String.valueOf(left.indexOf(only))));
        }
    }

    /** Of {@code others} the one that has most in common with {@code item}; empty when none has anything. */
    private static Optional<Object> mostLike(Object item, List<Object> others) {
        return others.stream()
                .max(Comparator.comparingInt(other -> common(item, other)))
                .filter(other -> common(item, other) > 0);
    }

    private static int common(Object item, Object other) {
        Set<Map.Entry<?, ?>> entries = new HashSet<>(((Map<?, ?>) item).entrySet());
        entries.retainAll(((Map<?, ?>) other).entrySet());
        return entries.size();
    }

    private static Optional<Said> written(@Nullable Object value) {
        return Optional.ofNullable(value).map(one -> new Said(one, false));
    }

    private static Map<?, ?> entries(Optional<Said> map) {
        return map.isEmpty() ? Map.of() : map(map);
    }

    private static Map<?, ?> map(Optional<Said> said) {
        return (Map<?, ?>) said.orElseThrow().value();
    }

    private static List<?> list(Optional<Said> said) {
        return (List<?>) said.orElseThrow().value();
    }
}

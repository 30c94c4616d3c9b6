package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value that a var file brings after synth to the limits that the same value has in the environment file: each
 * becomes a validation of its variable. A limit that the file itself exceeds, by a suppression, is none.
 */
final class LateLimits {

    private LateLimits() {}

    /** The validations of the variable for {@code attribute}, one for each limit of what may change late in it. */
    static List<ObjectNode> of(Attribute attribute, @Nullable Object filled) {
        List<Object> values = Stream.ofNullable(filled).toList();
        return held(attribute, "var." + attribute.name(), attribute.name(), false, 0, values).stream()
                .map(held -> Conditions.json(held.condition(), held.message()))
                .toList();
    }

    /** A limit of what {@code path} names, as an expression. */
    private record Held(String path, Limit limit, String condition) {

        String message() {
            return "`" + path + "` has a value that is not allowed; allowed: " + limit.allowed() + "."
                    + (limit.source().isEmpty() ? "" : " See " + limit.source());
        }

        Held within(String before, String after) {
            return new Held(path, limit, before + condition + after);
        }
    }

    private static List<Held> held(
            Attribute attribute, String ref, String path, boolean late, int depth, List<Object> values) {
        List<Held> all = new ArrayList<>();
        boolean isLate = late || attribute.late();
        if (isLate) {
            Stream.concat(attribute.limit().stream(), attribute.lateLimits().stream())
                    .flatMap(LateLimits::parts)
                    .filter(limit -> values.stream().allMatch(limit::admits))
                    .map(limit -> new Held(path, limit, limit.condition(ref)))
                    .forEach(all::add);
        }
        all.addAll(inside(attribute.type(), ref, path, isLate, depth, values));
        boolean nullable = !attribute.required() && attribute.value().isEmpty();
        return nullable
                ? all.stream()
                        .map(held -> held.within(ref + " == null ? true : ", ""))
                        .toList()
                : all;
    }

    /** The limits that {@code limit} is made of: a plan that is refused says which of them is broken. */
    private static Stream<Limit> parts(Limit limit) {
        if (limit instanceof Limit.All all) {
            return all.bounds().stream();
        }
        if (limit instanceof Limit.Each each) {
            return Stream.of(
                            each.whole().stream(),
                            each.keys().map(Limit::keys).stream(),
                            each.items().map(Limit::items).stream())
                    .flatMap(parts -> parts);
        }
        return Stream.of(limit);
    }

    private static List<Held> inside(Type type, String ref, String path, boolean late, int depth, List<Object> values) {
        if (type instanceof Type.ObjectOf object) {
            return object.attributes().stream()
                    .flatMap(part -> held(
                            part,
                            ref + "." + part.name(),
                            path + "." + part.name(),
                            late,
                            depth,
                            values.stream()
                                    .flatMap(value -> Stream.<Object>ofNullable(((Map<?, ?>) value).get(part.name())))
                                    .toList())
                            .stream())
                    .toList();
        }
        String each = "v" + depth;
        if (type instanceof Type.MapOf map) {
            List<Object> entries = values.stream()
                    .flatMap(value -> ((Map<?, ?>) value).values().stream())
                    .map(Object.class::cast)
                    .toList();
            return inside(map.element(), each, path + ".*", late, depth + 1, entries).stream()
                    .map(held -> held.within("alltrue([for " + each + " in values(" + ref + ") : ", "])"))
                    .toList();
        }
        if (type instanceof Type.ListOf list) {
            List<Object> items = values.stream()
                    .flatMap(value -> ((List<?>) value).stream())
                    .map(Object.class::cast)
                    .toList();
            return inside(list.element(), each, path + "[]", late, depth + 1, items).stream()
                    .map(held -> held.within("alltrue([for " + each + " in " + ref + " : ", "])"))
                    .toList();
        }
        return List.of();
    }
}

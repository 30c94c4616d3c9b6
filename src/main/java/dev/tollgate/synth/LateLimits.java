package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value that a var file brings after synth to the limits that the same value has in the environment file: each
 * becomes a validation of its variable. A limit that the file itself exceeds, by a suppression, is none. What the
 * validations are follows from the keys alone, so it is found out once for all environments.
 */
final class LateLimits {

    private final Map<String, Watched> watched = new HashMap<>();

    /** The validations of the variable for {@code attribute}, one for each limit of what may change late in it. */
    List<ObjectNode> of(Attribute attribute, @Nullable Object filled) {
        List<ObjectNode> validations = new ArrayList<>();
        watched.computeIfAbsent(attribute.name(), name -> watched(attribute, Place.ofVariable(name)))
                .collect(Stream.ofNullable(filled).toList(), validations);
        return validations;
    }

    /** A limit, and the validation that holds to it. */
    private record Held(Limit limit, ObjectNode validation) {}

    /**
     * What of a value, and of what is in it, is held to limits.
     *
     * @param members of an object, by name
     * @param each of a map's or a list's entries
     */
    private record Watched(List<Held> limits, Map<String, Watched> members, Optional<Watched> each) {

        static final Watched NOTHING = new Watched(List.of(), Map.of(), Optional.empty());

        boolean isNothing() {
            return limits.isEmpty() && members.isEmpty() && each.isEmpty();
        }

        /** Adds the validations that all of {@code values} keep to. */
        void collect(List<Object> values, List<ObjectNode> validations) {
            for (Held held : limits) {
                if (values.stream().allMatch(held.limit()::admits)) {
                    validations.add(held.validation());
                }
            }
            members.forEach((name, watched) -> watched.collect(members(name, values), validations));
            each.ifPresent(watched -> watched.collect(entries(values), validations));
        }

        private static List<Object> members(String name, List<Object> values) {
            List<Object> found = new ArrayList<>();
            for (Object value : values) {
                Object member = ((Map<?, ?>) value).get(name);
                if (member != null) {
                    found.add(member);
                }
            }
            return found;
        }

        private static List<Object> entries(List<Object> values) {
            List<Object> found = new ArrayList<>();
            for (Object value : values) {
                found.addAll(value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value);
            }
            return found;
        }
    }

    /**
     * Where a value stands.
     *
     * @param ref the expression for it
     * @param path how a person calls it
     * @param before what stands in front of a condition about it, and {@code after} what stands behind
     * @param late whether it may change late
     * @param depth in how many maps and lists it is
     */
    private record Place(String ref, String path, String before, String after, boolean late, int depth) {

        static Place ofVariable(String name) {
            return new Place("var." + name, name, "", "", false, 0);
        }

        Place within(String front) {
            return new Place(ref, path, before + front, after, late, depth);
        }

        Place mayChange() {
            return new Place(ref, path, before, after, true, depth);
        }

        Place member(String name) {
            return new Place(ref + "." + name, path + "." + name, before, after, late, depth);
        }

        /** One of {@code all}, an expression. */
        Place each(String suffix, String all) {
            String one = "v" + depth;
            return new Place(
                    one,
                    path + suffix,
                    before + "alltrue([for " + one + " in " + all + " : ",
                    "])" + after,
                    late,
                    depth + 1);
        }

        Held held(Limit limit) {
            String message = "`" + path + "` has a value that is not allowed; allowed: " + limit.allowed() + "."
                    + (limit.source().isEmpty() ? "" : " See " + limit.source());
            return new Held(limit, Conditions.json(before + limit.condition(ref) + after, message));
        }
    }

    private static Watched watched(Attribute attribute, Place at) {
        boolean nullable = !attribute.required() && attribute.value().isEmpty();
        Place told = nullable ? at.within(at.ref() + " == null ? true : ") : at;
        Place place = attribute.late() ? told.mayChange() : told;
        List<Held> limits = place.late()
                ? Stream.concat(attribute.limit().stream(), attribute.lateLimits().stream())
                        .flatMap(LateLimits::parts)
                        .map(place::held)
                        .toList()
                : List.of();
        Watched inside = inside(attribute.type(), place);
        return new Watched(limits, inside.members(), inside.each());
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

    private static Watched inside(Type type, Place at) {
        if (type instanceof Type.ObjectOf object) {
            Map<String, Watched> members = new LinkedHashMap<>();
            for (Attribute part : object.attributes()) {
                Watched member = watched(part, at.member(part.name()));
                if (!member.isNothing()) {
                    members.put(part.name(), member);
                }
            }
            return new Watched(List.of(), members, Optional.empty());
        }
        if (type instanceof Type.MapOf map) {
            return each(map.element(), at.each(".*", "values(" + at.ref() + ")"));
        }
        return type instanceof Type.ListOf list ? each(list.element(), at.each("[]", at.ref())) : Watched.NOTHING;
    }

    private static Watched each(Type element, Place at) {
        Watched entry = inside(element, at);
        return entry.isNothing() ? entry : new Watched(List.of(), Map.of(), Optional.of(entry));
    }
}

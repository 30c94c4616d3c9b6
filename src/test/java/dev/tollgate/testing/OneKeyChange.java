package dev.tollgate.testing;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A generated environment with one key changed, added or taken away, and valid as before.
 *
 * @param path where; a key that is added or taken away is the whole entry, {@code routes["GET /"]}
 * @param before what the file said there; empty when it said nothing
 * @param after what it says now; empty when it says nothing
 */
@SuppressWarnings("NullAway") // what is looked up here was put there before
public record OneKeyChange(
        KeyPath path, Optional<Object> before, Optional<Object> after, GeneratedEnvironment changed) {

    /** How many values are tried at one place before it counts as one that cannot change alone. */
    private static final int ATTEMPTS = 8;

    /** How many other environments are looked at for values. */
    private static final int OTHERS = 25;

    private static final Map<ApiKind, Map<String, List<Object>>> SEEN = new HashMap<>();

    /** Every place of {@code environment} that can change alone, each changed in one way drawn by {@code seed}. */
    public static Stream<OneKeyChange> all(GeneratedEnvironment environment, long seed) {
        Random random = new Random(seed);
        random.nextLong();
        Walk walk = new Walk(environment, random);
        walk.object(EnvironmentSchema.ROOT, environment.values(), KeyPath.ROOT, "");
        Collections.shuffle(walk.places, random);
        return walk.places.stream().flatMap(place -> place.changed(environment).stream());
    }

    /** {@code environment} with this change, too; empty where a part of it, or what it is part of, has changed. */
    Optional<GeneratedEnvironment> also(GeneratedEnvironment environment, List<OneKeyChange> others) {
        boolean overlaps = others.stream().anyMatch(other -> isAbove(path, other.path) || isAbove(other.path, path));
        return overlaps
                ? Optional.empty()
                : Optional.of(replaced(environment, path, after)).filter(GeneratedEnvironment::isValid);
    }

    private static boolean isAbove(KeyPath above, KeyPath below) {
        return below.parts().size() >= above.parts().size()
                && below.parts().subList(0, above.parts().size()).equals(above.parts());
    }

    private static GeneratedEnvironment replaced(
            GeneratedEnvironment environment, KeyPath path, Optional<Object> after) {
        return new GeneratedEnvironment(environment.name(), with(environment.values(), path.parts(), after));
    }

    private static SortedMap<String, Object> with(Map<?, ?> object, List<String> path, Optional<Object> after) {
        SortedMap<String, Object> copy = new TreeMap<>();
        object.forEach((key, value) -> copy.put((String) key, value));
        String key = path.get(0);
        if (path.size() > 1) {
            copy.put(key, with((Map<?, ?>) copy.get(key), path.subList(1, path.size()), after));
        } else if (after.isPresent()) {
            copy.put(key, after.get());
        } else {
            copy.remove(key);
        }
        return copy;
    }

    /** The values that generated environments of {@code kind} have at each key, by its path without names. */
    private static synchronized Map<String, List<Object>> seen(ApiKind kind) {
        return SEEN.computeIfAbsent(kind, one -> {
            Map<String, List<Object>> seen = new TreeMap<>();
            GeneratedEnvironments.all(one)
                    .limit(OTHERS)
                    .forEach(environment -> collect(EnvironmentSchema.ROOT, environment.values(), "", seen));
            return seen;
        });
    }

    private static void collect(Type type, Object value, String at, Map<String, List<Object>> seen) {
        seen.computeIfAbsent(at, key -> new ArrayList<>()).add(value);
        if (type instanceof Type.ObjectOf object) {
            object.attributes().stream()
                    .filter(attribute -> ((Map<?, ?>) value).containsKey(attribute.name()))
                    .forEach(attribute -> collect(
                            attribute.type(),
                            ((Map<?, ?>) value).get(attribute.name()),
                            at + "." + attribute.name(),
                            seen));
        } else if (type instanceof Type.MapOf map) {
            ((Map<?, ?>) value).values().forEach(item -> collect(map.element(), item, at + ".*", seen));
        }
    }

    /** A place, and what may stand there instead. */
    private record Place(KeyPath path, Optional<Object> before, List<Optional<Object>> candidates) {

        Optional<OneKeyChange> changed(GeneratedEnvironment environment) {
            return candidates.stream()
                    .filter(after -> !after.equals(before))
                    .distinct()
                    .limit(ATTEMPTS)
                    .map(after -> new OneKeyChange(path, before, after, replaced(environment, path, after)))
                    .filter(change -> change.changed().isValid())
                    .findFirst();
        }
    }

    private static final class Walk {

        private final List<Place> places = new ArrayList<>();
        private final Map<String, List<Object>> seen;
        private final Samples samples;
        private final Random random;

        Walk(GeneratedEnvironment environment, Random random) {
            this.seen = seen(ApiKind.of((String) environment.values().get("api_type")));
            this.samples = new Samples(random);
            this.random = random;
        }

        void object(Type.ObjectOf type, Map<?, ?> values, KeyPath path, String at) {
            for (Attribute attribute : type.attributes()) {
                String key = at + "." + attribute.name();
                Optional<Object> now = Optional.ofNullable(values.get(attribute.name()));
                List<Optional<Object>> candidates = new ArrayList<>(values(key));
                if (now.isPresent() && !(attribute.type() instanceof Type.Primitive)) {
                    candidates.clear();
                }
                samples.other(attribute, now.orElse("")).map(Optional::of).ifPresent(candidates::add);
                if (!attribute.required() && now.isPresent()) {
                    candidates.add(random.nextInt(candidates.size() + 1), Optional.empty());
                }
                KeyPath place = path.child(attribute.name());
                places.add(new Place(place, now, candidates));
                now.ifPresent(value -> parts(attribute.type(), value, place, key));
            }
        }

        private void parts(Type type, Object value, KeyPath path, String at) {
            if (type instanceof Type.ObjectOf object) {
                object(object, (Map<?, ?>) value, path, at);
            } else if (type instanceof Type.MapOf map) {
                ((Map<?, ?>) value).forEach((name, item) -> {
                    KeyPath entry = path.child((String) name);
                    List<Optional<Object>> candidates = new ArrayList<>(List.of(Optional.empty()));
                    if (map.element() instanceof Type.Primitive) {
                        candidates.addAll(0, values(at + ".*"));
                    }
                    places.add(new Place(entry, Optional.of(item), candidates));
                    parts(map.element(), item, entry, at + ".*");
                });
                further((Map<?, ?>) value, path, at);
            }
        }

        /** An entry that another environment has. */
        private void further(Map<?, ?> entries, KeyPath path, String at) {
            SortedMap<String, Object> further = new TreeMap<>();
            values(at).forEach(map -> ((Map<?, ?>) map.orElseThrow())
                    .forEach((name, item) -> further.putIfAbsent((String) name, item)));
            further.keySet().removeAll(entries.keySet());
            if (!further.isEmpty()) {
                String name = samples.oneOf(List.copyOf(further.keySet()));
                places.add(
                        new Place(path.child(name), Optional.empty(), List.of(Optional.ofNullable(further.get(name)))));
            }
        }

        private List<Optional<Object>> values(String at) {
            List<Optional<Object>> values = new ArrayList<>();
            seen.getOrDefault(at, List.of()).forEach(value -> values.add(Optional.of(value)));
            Collections.shuffle(values, random);
            return values;
        }
    }
}

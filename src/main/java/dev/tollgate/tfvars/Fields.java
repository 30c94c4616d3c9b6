package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.schema.Defaults;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.Key;
import dev.tollgate.schema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one object that conforms to the schema, typed; and where it stands.
 *
 * @param type what the schema says of the object: another object's keys cannot be read
 * @param written what the file itself says
 * @param values that, and the defaults where it says nothing
 */
record Fields(KeyPath path, Type.ObjectOf type, Map<String, Object> written, SortedMap<String, Object> values) {

    /** What a file says, {@code written}, from its top. */
    static Fields ofFile(SortedMap<String, Object> written) {
        return new Fields(
                KeyPath.ROOT, EnvironmentSchema.ROOT, written, Defaults.fill(written, EnvironmentSchema.ROOT));
    }

    Optional<String> text(Key key) {
        return get(key, String.class);
    }

    /** A text that the schema requires or gives a default; the empty string where a finding says that it is missing. */
    String word(Key key) {
        return text(key).orElse("");
    }

    Optional<Integer> number(Key key) {
        return get(key, BigDecimal.class)
                .map(n -> n.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }

    int whole(Key key) {
        return number(key).orElse(0);
    }

    Optional<Boolean> bool(Key key) {
        return get(key, Boolean.class);
    }

    boolean truth(Key key) {
        return bool(key).orElse(false);
    }

    List<String> texts(Key key) {
        List<String> texts = new ArrayList<>();
        get(key, List.class).ifPresent(list -> ((List<?>) list).forEach(item -> texts.add((String) item)));
        return texts;
    }

    SortedMap<String, String> textMap(Key key) {
        SortedMap<String, String> texts = new TreeMap<>();
        get(key, Map.class).ifPresent(map -> ((Map<?, ?>) map).forEach((k, v) -> texts.put((String) k, (String) v)));
        return Collections.unmodifiableSortedMap(texts);
    }

    Optional<Fields> object(Key key) {
        return get(key, Map.class)
                .map(map -> fields(
                        path.child(key.word()),
                        written.get(key.word()),
                        key.attribute().type(),
                        map));
    }

    /** Each entry of a map of objects, under its name, in the order of names. */
    <T> List<T> each(Key key, Function<Fields, T> bind) {
        List<T> bound = new ArrayList<>();
        Type element = ((Type.MapOf) key.attribute().type()).element();
        Map<?, ?> entries = get(key, Map.class).map(map -> (Map<?, ?>) map).orElse(Map.of());
        Map<?, ?> said = written.get(key.word()) instanceof Map<?, ?> map ? map : Map.of();
        entries.forEach((name, value) -> bound.add(
                bind.apply(fields(path.child(key.word()).child((String) name), said.get(name), element, value))));
        return bound;
    }

    /** Each object of a list, in its order. */
    <T> List<T> items(Key key, Function<Fields, T> bind) {
        List<T> bound = new ArrayList<>();
        Type element = ((Type.ListOf) key.attribute().type()).element();
        List<?> list = get(key, List.class).map(l -> (List<?>) l).orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            bound.add(bind.apply(fields(path.child(key.word()).child(String.valueOf(i)), item, element, item)));
        }
        return bound;
    }

    /** The name this object goes by in the map that it is an entry of. */
    String name() {
        return path.parts().get(path.parts().size() - 1);
    }

    /** Whether the file itself says anything under {@code key}; an empty list or map says nothing. */
    boolean has(Key key) {
        Object value = written.get(checked(key).word());
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    @SuppressWarnings("unchecked")
    private static Fields fields(KeyPath path, @Nullable Object written, Type type, Object value) {
        return new Fields(
                path, (Type.ObjectOf) type, written == null ? Map.of() : (Map<String, Object>) written, (SortedMap<
                                String, Object>)
                        value);
    }

    private <T> Optional<T> get(Key key, Class<T> wanted) {
        return Optional.ofNullable(values.get(checked(key).word())).map(wanted::cast);
    }

    private Key checked(Key key) {
        if (!type.has(key)) {
            throw new IllegalArgumentException("`" + path + "` has no key " + key);
        }
        return key;
    }
}

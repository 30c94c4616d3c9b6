package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The attributes of one object that conforms to the schema, typed; and where it stands. */
record Fields(KeyPath path, SortedMap<String, Object> values) {

    Optional<String> text(String key) {
        return get(key, String.class);
    }

    /** A text that the schema demands or gives a default; the empty string where a finding says that it is missing. */
    String word(String key) {
        return text(key).orElse("");
    }

    Optional<Integer> number(String key) {
        return get(key, BigDecimal.class)
                .map(n -> n.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }

    int whole(String key) {
        return number(key).orElse(0);
    }

    Optional<Boolean> bool(String key) {
        return get(key, Boolean.class);
    }

    boolean truth(String key) {
        return bool(key).orElse(false);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        get(key, List.class).ifPresent(list -> ((List<?>) list).forEach(item -> texts.add((String) item)));
        return texts;
    }

    SortedMap<String, String> textMap(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        get(key, Map.class).ifPresent(map -> ((Map<?, ?>) map).forEach((k, v) -> texts.put((String) k, (String) v)));
        return Collections.unmodifiableSortedMap(texts);
    }

    Optional<Fields> object(String key) {
        return get(key, SortedMap.class).map(map -> fields(path.child(key), map));
    }

    /** Each entry of a map of objects, under its name, in the order of names. */
    <T> List<T> each(String key, Function<Fields, T> bind) {
        List<T> bound = new ArrayList<>();
        get(key, SortedMap.class).ifPresent(map -> ((SortedMap<?, ?>) map)
                .forEach((name, value) ->
                        bound.add(bind.apply(fields(path.child(key).child((String) name), value)))));
        return bound;
    }

    /** Each object of a list, in its order. */
    <T> List<T> items(String key, Function<Fields, T> bind) {
        List<T> bound = new ArrayList<>();
        List<?> list = get(key, List.class).map(l -> (List<?>) l).orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            bound.add(bind.apply(fields(path.child(key).child(String.valueOf(i)), list.get(i))));
        }
        return bound;
    }

    /** The name this object goes by in the map that it is an entry of. */
    String name() {
        return path.parts().get(path.parts().size() - 1);
    }

    /** Whether the file says anything under {@code key}; an empty list or map says nothing. */
    boolean has(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    @SuppressWarnings("unchecked")
    private static Fields fields(KeyPath path, Object value) {
        return new Fields(path, (SortedMap<String, Object>) value);
    }

    private <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }
}

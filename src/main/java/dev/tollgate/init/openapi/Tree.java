package dev.tollgate.init.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a document, read as what is expected of it: what is something else is as if it were not there. */
record Tree(Object value) {

    /** The members of an object, in the document's order; none when it is none. */
    Map<String, Tree> members() {
        Map<String, Tree> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (member != null) {
                    members.put(String.valueOf(key), new Tree(member));
                }
            });
        }
        return members;
    }

    Optional<Tree> at(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null
                ? Optional.of(new Tree(map.get(key)))
                : Optional.empty();
    }

    /** The members of the object at {@code key}. */
    Map<String, Tree> membersAt(String key) {
        return at(key).map(Tree::members).orElse(Map.of());
    }

    /** The items of a list; none when it is none. */
    List<Tree> items() {
        return value instanceof List<?> list
                ? list.stream().filter(item -> item != null).map(Tree::new).toList()
                : List.of();
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    Optional<String> text(String key) {
        return at(key).flatMap(Tree::text);
    }

    Optional<String> text() {
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? Optional.empty()
                : Optional.of(value.toString());
    }
}

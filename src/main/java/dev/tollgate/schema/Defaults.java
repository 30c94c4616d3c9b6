package dev.tollgate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills in what a file leaves out, as {@code optional(type, value)} does in Terraform. */
public final class Defaults {

    private Defaults() {}

    /** {@code object} with every attribute that has a default. */
    public static SortedMap<String, Object> fill(Map<String, Object> object, Type.ObjectOf type) {
        SortedMap<String, Object> filled = new TreeMap<>(object);
        for (Attribute attribute : type.attributes()) {
            attribute.value().ifPresent(value -> filled.putIfAbsent(attribute.name(), value));
            filled.computeIfPresent(attribute.name(), (name, value) -> fill(value, attribute.type()));
        }
        return filled;
    }

    @SuppressWarnings("unchecked")
    private static Object fill(Object value, Type type) {
        if (type instanceof Type.ObjectOf object) {
            return fill((Map<String, Object>) value, object);
        }
        if (type instanceof Type.MapOf map) {
            SortedMap<String, Object> filled = new TreeMap<>();
            ((Map<String, Object>) value).forEach((key, item) -> filled.put(key, fill(item, map.element())));
            return filled;
        }
        if (type instanceof Type.ListOf list) {
            List<Object> filled = new ArrayList<>();
            ((List<Object>) value).forEach(item -> filled.add(fill(item, list.element())));
            return filled;
        }
        return value;
    }
}

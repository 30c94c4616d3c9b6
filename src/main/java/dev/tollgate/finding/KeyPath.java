package dev.tollgate.finding;

import java.util.ArrayList;
import java.util.List;

/** The way from the top of an environment file to a value: {@code routes["GET /books"].scopes[0]}. */
public record KeyPath(List<String> parts) {

    /** The file itself. */
    public static final KeyPath ROOT = new KeyPath(List.of());

    public KeyPath {
        parts = List.copyOf(parts);
    }

    /** The path of these keys and positions, from the top. */
    public static KeyPath of(Object... parts) {
        KeyPath path = ROOT;
        for (Object part : parts) {
            path = path.child(part.toString());
        }
        return path;
    }

    /** The path of what stands under {@code key}; a list's positions count from 0. */
    public KeyPath child(String key) {
        List<String> longer = new ArrayList<>(parts);
        longer.add(key);
        return new KeyPath(longer);
    }

    /** The path of what this stands in; the root's is the root. */
    public KeyPath parent() {
        return parts.isEmpty() ? this : new KeyPath(parts.subList(0, parts.size() - 1));
    }

    /** What a suppression calls the thing: the top-level key, and the entry in it, {@code routes.GET /books}. */
    public String subject() {
        return parts.isEmpty() ? "file" : String.join(".", parts.subList(0, Math.min(2, parts.size())));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (part.matches("[0-9]+")) {
                text.append('[').append(part).append(']');
            } else if (part.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
                text.append(text.isEmpty() ? "" : ".").append(part);
            } else {
                text.append("[\"").append(part).append("\"]");
            }
        }
        return text.toString();
    }
}

package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The dotted and bracketed way to a resource's attribute. */
final class References {

    /** Possessive, so that a long key takes no stack. */
    private static final Pattern PART =
            Pattern.compile("\\[\"((?:[^\"\\\\]|\\\\.)*+)\"]|\\[(-?[0-9]+)]|\\.?([^.\\[]+)");

    private References() {}

    /**
     * The reference of these parts, {@code data}, {@code type}, {@code name} and what follows; a part in brackets right
     * after the name is the instance's key.
     */
    static Value.Reference of(List<String> parts) {
        int head = parts.indexOf("data") == 0 ? 3 : 2;
        if (parts.size() < head) {
            return new Value.Reference(String.join(".", parts), List.of());
        }
        StringBuilder address = new StringBuilder(String.join(".", parts.subList(0, head)));
        int at = head;
        if (at < parts.size() && parts.get(at).startsWith("[")) {
            address.append(parts.get(at));
            at++;
        }
        List<String> path = new ArrayList<>();
        for (String part : parts.subList(at, parts.size())) {
            path.add(unquoted(part));
        }
        return new Value.Reference(address.toString(), path);
    }

    /** The parts of {@code aws_x.y["k"].id}, brackets kept. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        var matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group(3) != null ? matcher.group(3) : matcher.group());
        }
        return parts;
    }

    private static String unquoted(String part) {
        if (!part.startsWith("[")) {
            return part;
        }
        String inside = part.substring(1, part.length() - 1);
        return inside.startsWith("\"") ? inside.substring(1, inside.length() - 1) : inside;
    }
}

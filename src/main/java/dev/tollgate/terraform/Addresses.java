package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;

/** Addresses taken apart: {@code module.api["x"].aws_lambda_function.this[0]}. */
public final class Addresses {

    private Addresses() {}

    /** The address without the instance's key, modules' keys kept. */
    public static String withoutKey(String address) {
        if (!address.endsWith("]")) {
            return address;
        }
        List<String> parts = References.parts(address);
        String last = parts.get(parts.size() - 1);
        return address.endsWith(last) ? address.substring(0, address.length() - last.length()) : address;
    }

    /**
     * An instance's key as addresses have it, without brackets: {@code 0}, {@code "get"}; empty when it is not known.
     */
    static String key(Value key) {
        boolean isText = key instanceof Value.Scalar scalar && scalar.value() instanceof String;
        return key.text()
                .map(text -> isText ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text)
                .orElse("");
    }

    /** The names of the modules on the way, keys left out. */
    static List<String> modules(String module) {
        List<String> names = new ArrayList<>();
        List<String> parts = References.parts(module);
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).equals("module")) {
                names.add(parts.get(i + 1));
                i++;
            }
        }
        return names;
    }

    /** The module around {@code module}; empty for the root's. */
    static String parent(String module) {
        List<String> parts = References.parts(module);
        int last = parts.lastIndexOf("module");
        StringBuilder text = new StringBuilder();
        for (String part : parts.subList(0, Math.max(0, last))) {
            text.append(part.startsWith("[") || text.isEmpty() ? "" : ".").append(part);
        }
        return text.toString();
    }

    /** The key of the innermost module as addresses have it, without brackets. */
    static String lastKey(String module) {
        List<String> parts = References.parts(module);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return last.startsWith("[") ? last.substring(1, last.length() - 1) : "";
    }
}

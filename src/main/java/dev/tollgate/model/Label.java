package dev.tollgate.model;

import java.util.Locale;

/** A name in Terraform made of a name that a user gave, or AWS. */
public final class Label {

    private Label() {}

    /** A key of the file, as Terraform's own style has it: {@code get_items} for {@code get-items}. */
    public static String ofKey(String key) {
        return key.replace('-', '_');
    }

    /**
     * {@code name} in lower case, its words joined by {@code _}; {@code empty} where it has no letter and no digit.
     * Terraform refuses a name that begins with a digit, so such a one has a {@code _} before it.
     */
    public static String of(String name, String empty) {
        String label = part(name, empty);
        return Character.isDigit(label.charAt(0)) ? "_" + label : label;
    }

    /** The same, to stand behind another word. */
    public static String part(String name, String empty) {
        String label = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return label.isEmpty() ? empty : label;
    }
}

package dev.tollgate.beside;

import dev.tollgate.finding.Location;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that goes beside a stack.
 *
 * @param name its path in the stack's folder
 * @param shown its path in the project, as the user would name it
 * @param path where it is, links followed
 * @param digest of what it holds
 * @param folder which of the file's folders it is from, counted from 0
 */
public record OwnFile(String name, String shown, Path path, boolean executable, String digest, int folder) {

    private static final List<String> OVERRIDES =
            List.of("override.tf", "override.tf.json", "_override.tf", "_override.tf.json");

    /** Whether Terraform reads it as configuration. */
    public boolean isConfiguration() {
        return name.endsWith(".tf") || name.endsWith(".tf.json");
    }

    /** Whether it is part of the stack itself, and not of a module. */
    public boolean isAtTheTop() {
        return !name.contains("/");
    }

    /**
     * Whether what it says replaces what other files say.
     * https://developer.hashicorp.com/terraform/language/files/override
     */
    public boolean isOverride() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.equals(OVERRIDES.get(0))
                || last.equals(OVERRIDES.get(1))
                || last.endsWith(OVERRIDES.get(2))
                || last.endsWith(OVERRIDES.get(3));
    }

    /** The folder in the stack's folder that it is in; empty, or with {@code /} at its end. */
    String in() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** The start of it. */
    Location start() {
        return Location.startOf(shown);
    }
}

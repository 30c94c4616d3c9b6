package dev.tollgate.terraform;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of a Terraform configuration, in HCL or in JSON.
 *
 * @param name as findings show it
 * @param folder where it is, to which its modules and the files that it reads are relative; empty for one that is on no
 *     disk
 */
public record ConfigurationFile(String name, String text, Optional<Path> folder) {

    private static final String HCL = ".tf";
    private static final String JSON = ".tf.json";

    /** One that is on no disk. */
    public ConfigurationFile(String name, String text) {
        this(name, text, Optional.empty());
    }

    /**
     * The configuration at {@code path}, one file or a folder of them, as Terraform reads it.
     *
     * @param shown how findings name {@code path}
     */
    public static List<ConfigurationFile> at(Path path, String shown) {
        if (Files.isRegularFile(path)) {
            return List.of(read(path, shown));
        }
        List<ConfigurationFile> found = new ArrayList<>();
        for (Path file : files(path, shown)) {
            String name = file.getFileName().toString();
            if (isRead(name)) {
                found.add(read(file, inside(shown, name)));
            }
        }
        if (found.isEmpty()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "no `.tf` or `.tf.json` file in `" + shown + "`",
                    "name a `.tf` or `.tf.json` file, or a folder with such files");
        }
        return found;
    }

    private static List<Path> files(Path folder, String shown) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + shown + "`",
                    "name a `.tf` or `.tf.json` file, or a folder with such files",
                    e);
        }
    }

    /** How findings name what is {@code name} in the folder {@code shown}. */
    static String inside(String shown, String name) {
        return shown.equals(".") ? name : shown + "/" + name;
    }

    /** Terraform passes over what editors leave behind. */
    private static boolean isRead(String name) {
        return (name.endsWith(HCL) || name.endsWith(JSON)) && !name.startsWith(".") && !name.startsWith("#");
    }

    private static ConfigurationFile read(Path file, String shown) {
        try {
            return new ConfigurationFile(
                    shown,
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                    Optional.of(file.toAbsolutePath().normalize().resolveSibling("")));
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "cannot read `" + shown + "`", "check its permissions", e);
        }
    }

    /** Whether it is in Terraform's own syntax, not in JSON. */
    boolean isHcl() {
        return name.endsWith(HCL);
    }

    /** Whether what it has replaces what the other files have. */
    boolean isOverride() {
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.tf(\\.json)?$", "");
        return plain.equals("override") || plain.endsWith("_override");
    }
}

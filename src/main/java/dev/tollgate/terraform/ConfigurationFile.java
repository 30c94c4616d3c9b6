package dev.tollgate.terraform;

import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a Terraform configuration.
 *
 * @param name as findings show it
 */
public record ConfigurationFile(String name, String text) {

    /**
     * The configuration at {@code path}, a {@code .tf.json} file or a folder of them.
     *
     * @param shown how findings name {@code path}
     * @param unread takes what is there and cannot be read, for a note
     */
    public static List<ConfigurationFile> at(Path path, String shown, List<String> unread) {
        if (Files.isRegularFile(path)) {
            return List.of(read(path, shown));
        }
        List<ConfigurationFile> found = new ArrayList<>();
        try (Stream<Path> list = Files.list(path)) {
            for (Path file : list.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                String inside = shown.equals(".") ? name : shown + "/" + name;
                if (name.endsWith(".tf") || name.equals("override.tf.json") || name.endsWith("_override.tf.json")) {
                    unread.add("`" + inside + "` is not read: check the plan instead");
                } else if (name.endsWith(".tf.json")) {
                    found.add(read(file, inside));
                }
            }
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + shown + "`",
                    "name a `.tf.json` file, or a folder with such files",
                    e);
        }
        if (found.isEmpty() && unread.isEmpty()) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "no `.tf.json` file in `" + shown + "`",
                    "name a `.tf.json` file, or a folder with such files");
        }
        return found;
    }

    private static ConfigurationFile read(Path file, String shown) {
        try {
            return new ConfigurationFile(shown, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserError(UserError.Exit.ENVIRONMENT, "cannot read `" + shown + "`", "check its permissions", e);
        }
    }
}

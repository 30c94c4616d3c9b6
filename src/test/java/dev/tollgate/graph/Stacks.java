package dev.tollgate.graph;

import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Terraform JSON to draw: what was emitted for the project's environments, and what tests make up. */
public final class Stacks {

    /** Where the goldens of all environments are. */
    public static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private Stacks() {}

    /** What was emitted for {@code environment}. */
    public static Infrastructure emitted(String environment) {
        List<String> unread = new ArrayList<>();
        Path file = GOLDEN.resolve(environment).resolve("cdk.tf.json");
        return ConfigurationReader.read(ConfigurationFile.at(file, "cdk.tf.json", unread), new TreeMap<>(), unread);
    }

    /** What {@code json} describes. */
    public static Infrastructure of(String json) {
        return ConfigurationReader.read(
                List.of(new ConfigurationFile("main.tf.json", json)), new TreeMap<>(), List.of());
    }
}

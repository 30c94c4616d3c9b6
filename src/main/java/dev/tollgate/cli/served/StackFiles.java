package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Configurations;
import dev.tollgate.terraform.Infrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Terraform of a stack in its folder. */
public final class StackFiles {

    private StackFiles() {}

    /** What is in {@code folder}, of the environment where it is one's. */
    public static Infrastructure read(Path folder, Optional<String> environment) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "there is no `" + folder + "`",
                    environment
                            .map(name -> "run `tollgate synth -e " + name + "`")
                            .orElse("name a folder of `.tf` or `.tf.json` files"));
        }
        return Configurations.read(folder);
    }
}

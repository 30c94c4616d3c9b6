package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a stack is. No option is an {@link Optional}: picocli takes the empty one of a group for given. */
final class StackSource {

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "An environment. Run `tollgate synth -e NAME` first.")
    @Nullable
    private String environment;

    @Option(names = "--dir", paramLabel = "DIR", description = "A folder with `.tf` or `.tf.json` files.")
    @Nullable
    private Path folder;

    @Option(
            names = "--plan-json",
            paramLabel = "FILE",
            description = "The output of `terraform show -json PLANFILE`, with the function packages beside it.")
    @Nullable
    private Path planJson;

    /** What is named so, by whoever reads it from elsewhere. */
    static StackSource of(Optional<String> environment, Optional<Path> folder, Optional<Path> planJson) {
        StackSource source = new StackSource();
        source.environment = environment.orElse(null);
        source.folder = folder.orElse(null);
        source.planJson = planJson.orElse(null);
        return source;
    }

    Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    Optional<Path> planJson() {
        return Optional.ofNullable(planJson);
    }

    /** What the plan says, where one is named. */
    Optional<Infrastructure> plan() {
        return planJson().map(file -> {
            try {
                return PlanReader.read(file.toString(), Files.readString(file)).after();
            } catch (IOException e) {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "cannot read `" + file + "`",
                        "name a file with the output of `terraform show -json PLANFILE`",
                        e);
            }
        });
    }
}

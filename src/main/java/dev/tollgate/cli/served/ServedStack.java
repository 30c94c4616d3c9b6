package dev.tollgate.cli.served;

import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Terraform that is served. */
public final class ServedStack {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Mixin
    private StacksFolder stacks;

    /** Where it is. No option is an {@link Optional}: picocli takes the empty one of a group for given. */
    static final class Source {

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

        Optional<String> environment() {
            return Optional.ofNullable(environment);
        }

        Optional<Path> folder() {
            return Optional.ofNullable(folder);
        }

        Optional<Path> planJson() {
            return Optional.ofNullable(planJson);
        }
    }

    /** The environment, where one is named. */
    public Optional<String> environment() {
        return source.environment();
    }

    /** What it is called: the environment, or the last part of its path. */
    public String title() {
        return source.environment()
                .or(() -> source.planJson().map(Path::getFileName).map(Path::toString))
                .orElseGet(() ->
                        String.valueOf(folder().toAbsolutePath().normalize().getFileName()));
    }

    /** Where synth puts the stacks. */
    StacksFolder stacks() {
        return stacks;
    }

    /** What its pools and clients are called where it is served: every command on this machine says the same. */
    public KnownIds ids(Map<String, String> environment) {
        return KnownIds.made(ProjectSeed.of(environment, folder()));
    }

    /** The folder to which functions' packages are relative. */
    public Path folder() {
        return source.planJson()
                .map(file -> file.toAbsolutePath().resolveSibling("").normalize())
                .or(() -> source.folder())
                .orElseGet(() -> stacks.folder()
                        .resolve("stacks")
                        .resolve(source.environment().orElseThrow()));
    }

    /** What is served, read again on every call. */
    public Infrastructure read() {
        if (source.planJson().isPresent()) {
            return plan(source.planJson().get());
        }
        return StackFiles.read(folder(), source.environment());
    }

    private static Infrastructure plan(Path file) {
        try {
            return PlanReader.read(file.toString(), Files.readString(file)).after();
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + file + "`",
                    "name a file with the output of `terraform show -json PLANFILE`",
                    e);
        }
    }
}

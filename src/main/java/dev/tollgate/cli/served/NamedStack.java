package dev.tollgate.cli.served;

import dev.tollgate.cli.step.StacksFolder;
import dev.tollgate.finding.UserError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A stack, where one is named. Its options are its own: picocli's compiler knows a group of them in one place only. */
public final class NamedStack {

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "An environment. Run `tollgate synth -e NAME` first.")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--dir", paramLabel = "DIR", description = "A folder with `.tf` or `.tf.json` files.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--plan-json", paramLabel = "FILE", description = "The output of `terraform show -json PLANFILE`.")
    private Optional<Path> planJson = Optional.empty();

    @Mixin
    private StacksFolder stacks;

    public Optional<ServedStack> given() {
        long named = Stream.of(environment, folder, planJson)
                .filter(Optional::isPresent)
                .count();
        if (named > 1) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    "`-e`, `--dir` and `--plan-json` name more than one stack",
                    "keep one of them");
        }
        return named == 0
                ? Optional.empty()
                : Optional.of(ServedStack.of(StackSource.of(environment, folder, planJson), stacks));
    }
}

package dev.tollgate.cli.commands;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.FishCompletion;
import dev.tollgate.cli.text.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tollgate generate-completion}: what a shell needs to complete the command line. */
@Command(
        description =
                "Prints the shell completion script. With bash and zsh: "
                        + "source <(tollgate generate-completion SHELL). With fish: tollgate generate-completion fish | source.",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer>, Subcommands.DescribesAll {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "bash",
            description = "bash, zsh or fish. Default: bash.")
    private Shell shell;

    /** A shell that Tollgate writes a completion script for. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(script(spec.root().commandLine(), shell));
        terminal.out().flush();
        return ExitCode.OK;
    }

    /** The script for {@code shell}; picocli's own loads bashcompinit where it is zsh that reads it. */
    static String script(CommandLine root, Shell shell) {
        return shell == Shell.FISH
                ? FishCompletion.of(root.getCommandSpec())
                : AutoComplete.bash("tollgate", root).replace("\r\n", "\n");
    }
}

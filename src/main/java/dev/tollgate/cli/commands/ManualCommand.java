package dev.tollgate.cli.commands;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.ManPage;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tollgate generate-manual}: what an installation has beside the program. */
@Command(
        description =
                "Writes man pages and bash, zsh and fish completion into a share/ folder, as " + "`make install` does.",
        mixinStandardHelpOptions = true)
final class ManualCommand implements Callable<Integer>, Subcommands.DescribesAll {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder, such as /usr/local/share.")
    private Path share;

    ManualCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> files = files(spec.root().commandLine());
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = share.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write into `" + share + "`: " + e.getMessage(),
                    "name a writable folder",
                    e);
        }
        terminal.out().println(Text.count(files.size(), "file") + " in " + Text.printable(share.toString()));
        return ExitCode.OK;
    }

    private static Map<String, String> files(CommandLine root) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("man/man1/" + ManPage.fileName(root.getCommandSpec()), ManPage.of(root.getCommandSpec()));
        root.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command -> files.put("man/man1/" + ManPage.fileName(command), ManPage.of(command)));
        files.put("bash-completion/completions/tollgate", CompletionCommand.script(root, CompletionCommand.Shell.BASH));
        files.put(
                "zsh/site-functions/_tollgate",
                "#compdef tollgate\n" + CompletionCommand.script(root, CompletionCommand.Shell.ZSH)
                        // What zsh loads by its file's name completes at once, the first time too.
                        + "\n_bash_complete -o default -F _complete_tollgate\n");
        files.put(
                "fish/vendor_completions.d/tollgate.fish",
                CompletionCommand.script(root, CompletionCommand.Shell.FISH));
        return files;
    }
}

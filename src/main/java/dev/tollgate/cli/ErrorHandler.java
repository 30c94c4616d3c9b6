package dev.tollgate.cli;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Failures;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.finding.UserError;
import picocli.CommandLine;

/** Turns what stops a command into text and an exit code. */
final class ErrorHandler implements CommandLine.IExecutionExceptionHandler {

    private final Terminal terminal;
    private final TollgateCommand root;

    ErrorHandler(Terminal terminal, TollgateCommand root) {
        this.terminal = terminal;
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine commandLine, CommandLine.ParseResult parsed) {
        terminal.progressDone();
        if (root.stacktrace()) {
            thrown.printStackTrace(terminal.err());
        }
        if (thrown instanceof UserError error) {
            return new Failures(terminal).print(error);
        }
        if (thrown instanceof TerraformFailure failure) {
            return new Failures(terminal).print(failure);
        }
        terminal.err().println(terminal.styled("bold,red", "bug:") + " " + Text.printable(String.valueOf(thrown)));
        if (!root.stacktrace()) {
            terminal.err().println("  hint: this is a bug in Tollgate; `--stacktrace` shows where");
        }
        return ExitCode.BUG;
    }
}

package dev.tollgate.cli;

import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Failures;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.deploy.TerraformFailure;
import dev.tollgate.finding.UserError;
import java.util.Optional;
import picocli.CommandLine;

/** Turns what stops a command into text and an exit code. */
final class ErrorHandler implements CommandLine.IExecutionExceptionHandler {

    private static final String HINT = "this is a bug in Tollgate; `--stacktrace` shows where";
    private static final String DISK =
            "free some space in the output folder and in TMPDIR; earlier output is unchanged";
    private static final String MEMORY = "give Java more memory, for example with TOLLGATE_JAVA_OPTIONS=-Xmx2g";

    private final Terminal terminal;
    private final TollgateCommand root;

    ErrorHandler(Terminal terminal, TollgateCommand root) {
        this.terminal = terminal;
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine commandLine, CommandLine.ParseResult parsed) {
        return handle(thrown);
    }

    int handle(Exception thrown) {
        terminal.progressDone();
        if (root.stacktrace()) {
            thrown.printStackTrace(terminal.err());
        }
        Optional<String> full = fullDisk(thrown);
        if (full.isPresent()) {
            return new Failures(terminal).print(new UserError(UserError.Exit.ENVIRONMENT, full.get(), DISK, thrown));
        }
        if (thrown instanceof UserError error) {
            return new Failures(terminal).print(error);
        }
        if (thrown instanceof TerraformFailure failure) {
            return new Failures(terminal).print(failure);
        }
        return bug(thrown, HINT);
    }

    /** What says that there is no room, if anything does: Java and Node.js have words of their own for it. */
    private static Optional<String> fullDisk(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device")
                    || message.contains("ENOSPC")
                    || message.contains("Disk quota exceeded")) {
                return Optional.of(
                        thrown instanceof UserError
                                ? String.valueOf(thrown.getMessage())
                                : "the disk is full: " + message);
            }
        }
        return Optional.empty();
    }

    /** Says that a JVM cannot go on: it may be in any state, and is ended. */
    int handle(Error thrown) {
        terminal.progressDone();
        if (root.stacktrace()) {
            thrown.printStackTrace(terminal.err());
        }
        return bug(thrown, thrown instanceof OutOfMemoryError ? MEMORY : HINT);
    }

    private int bug(Throwable thrown, String hint) {
        terminal.err().println(terminal.styled("bold,red", "bug:") + " " + Text.printable(String.valueOf(thrown)));
        if (!root.stacktrace()) {
            terminal.err().println("  hint: " + hint);
        }
        return ExitCode.BUG;
    }
}

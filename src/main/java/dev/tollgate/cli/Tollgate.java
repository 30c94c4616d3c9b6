package dev.tollgate.cli;

import dev.tollgate.cli.commands.CommandFactory;
import dev.tollgate.cli.commands.Subcommands;
import dev.tollgate.cli.step.PreparedProcess;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.Colors;
import dev.tollgate.cli.text.Terminal;
import picocli.CommandLine;

/** The command line as a whole: arguments in, exit code out. */
public final class Tollgate {

    private final Terminal terminal;
    private final PreparedProcess preparedProcess;

    /** Every command runs in this process. */
    public Tollgate(Terminal terminal) {
        this(terminal, PreparedProcess.itself());
    }

    /** {@code preparedProcess} is where a command goes on that starts the CDKTF runtime. */
    public Tollgate(Terminal terminal, PreparedProcess preparedProcess) {
        this.terminal = terminal;
        this.preparedProcess = preparedProcess;
    }

    /** Runs what {@code args} ask for. */
    public int run(String... args) {
        int exit = exit(args);
        terminal.out().flush();
        terminal.err().flush();
        return exit;
    }

    /** picocli handles exceptions; an {@link Error} would end the process as if there were findings. */
    private int exit(String... args) {
        CommandLine commandLine = commandLine(args);
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            return new ErrorHandler(terminal, commandLine.getCommand()).handle(e);
        }
    }

    /** The command line as {@code args} need it. */
    CommandLine commandLine(String... args) {
        TollgateCommand root = new TollgateCommand(preparedProcess);
        CommandLine commandLine = new CommandLine(root, new CommandFactory(terminal));
        Subcommands.add(commandLine, args);
        return commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Colors.scheme(terminal.color()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(terminal.interactive())
                .setExecutionExceptionHandler(new ErrorHandler(terminal, root));
    }
}

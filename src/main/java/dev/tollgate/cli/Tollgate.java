package dev.tollgate.cli;

import java.lang.reflect.Constructor;
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
        int exit = commandLine(args).execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return exit;
    }

    /** The command line as {@code args} need it. */
    CommandLine commandLine(String... args) {
        TollgateCommand root = new TollgateCommand(preparedProcess);
        CommandLine commandLine = new CommandLine(root, new Commands(terminal));
        Subcommands.add(commandLine, args);
        return commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(terminal.interactive())
                .setExecutionExceptionHandler(new ErrorHandler(terminal, root));
    }

    /** Gives commands the terminal they write to. */
    private record Commands(Terminal terminal) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                    return type.cast(constructor.newInstance(terminal));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}

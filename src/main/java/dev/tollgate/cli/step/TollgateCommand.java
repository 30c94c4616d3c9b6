package dev.tollgate.cli.step;

import dev.tollgate.cli.text.Version;
import dev.tollgate.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: options of every command. */
@Command(
        name = "tollgate",
        description = "One tfvars file per environment becomes a Cognito-secured API Gateway, as plain Terraform JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:findings: an environment has errors, or something has changed since the plan was made",
            "2:usage: wrong command line; with plan --detailed-exitcode: there are changes",
            "3:environment: a file cannot be read or written, or a tool is missing",
            "4:terraform failed; its output is shown as is",
            "5:the build of a function failed; its output is shown as is",
            "70:a bug in Tollgate; use --stacktrace"
        },
        footer = {"", "Complete with:  source <(tollgate generate-completion)"})
public final class TollgateCommand implements Runnable {

    private final PreparedProcess preparedProcess;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = ".",
            description = "Project folder, which contains environments/. Default: the current folder.")
    private Path project;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show the stack trace of a bug.")
    private boolean stacktrace;

    public TollgateCommand(PreparedProcess preparedProcess) {
        this.preparedProcess = preparedProcess;
    }

    /** Where the CDKTF runtime can be started. */
    public PreparedProcess preparedProcess() {
        return preparedProcess;
    }

    /** Where environments and sources are. */
    public Path project() {
        return project;
    }

    /** What reads, judges and synthesizes the project's environments today. */
    public Pipeline pipeline() {
        return new Pipeline(project, today());
    }

    /** The day that suppressions expire by, the same wherever on earth the command runs. */
    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Whether a bug's stack trace is shown. */
    public boolean stacktrace() {
        return stacktrace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }
}

package dev.tollgate.cli;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.format.Plain;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate validate}: judges environment files; starts neither Node.js nor Terraform, writes nothing. */
@Command(
        name = "validate",
        description = "Judges environment files: everything that is wrong, with its place and its fix.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Selection selection;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "The least severity that fails: note, warning or error. Default: error.")
    private Severity failOn;

    @Option(names = "--json", description = "The findings as JSON, on standard output.")
    private boolean json;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = new Pipeline(tollgate.project());
        List<Judged> judged = pipeline.validate(selection.orAll(pipeline));
        List<Finding> findings = Findings.of(judged);
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("environments", judged.stream().map(Judged::name).toList());
            result.put("findings", Plain.of(findings));
            terminal.out().println(Json.text(result));
        } else {
            new FindingsPrinter(terminal).print(findings, Severity.NOTE);
            terminal.out().println(summary(judged.size(), findings));
        }
        boolean fails = findings.stream()
                .anyMatch(f -> !f.isSuppressed() && f.severity().compareTo(failOn) >= 0);
        return fails ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static String summary(int environments, List<Finding> findings) {
        return Text.count(environments, "environment") + ": " + counted(findings, Severity.ERROR) + ", "
                + counted(findings, Severity.WARNING) + ", " + counted(findings, Severity.NOTE) + ", "
                + findings.stream().filter(f -> f.isSuppressed()).count() + " suppressed";
    }

    private static String counted(List<Finding> findings, Severity severity) {
        long number = findings.stream()
                .filter(f -> f.severity() == severity && !f.isSuppressed())
                .count();
        return Text.count((int) number, severity.word());
    }
}

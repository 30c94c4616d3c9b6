package dev.tollgate.cli.commands;

import dev.tollgate.cli.step.Findings;
import dev.tollgate.cli.step.Selection;
import dev.tollgate.cli.step.TollgateCommand;
import dev.tollgate.cli.text.FindingsFormat;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tollgate validate}: checks environment files; starts neither Node.js nor Terraform, writes nothing. */
@Command(
        description = "Checks environment files and reports every error with its place and its fix.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ParentCommand
    private TollgateCommand tollgate;

    @Mixin
    private Selection selection;

    @Mixin
    private FindingsFormat format;

    @Option(names = "--json", description = "Same as --format json.")
    private boolean json;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Pipeline pipeline = tollgate.pipeline();
        List<Judged> judged = pipeline.validate(selection.orAll(pipeline));
        List<Finding> findings = Findings.of(judged);
        List<String> names = judged.stream().map(Judged::name).toList();
        return json
                ? format.showAsJson(terminal, findings, "environments", "environment", names)
                : format.show(terminal, findings, "environments", "environment", names);
    }
}

package dev.tollgate.cli;

import dev.tollgate.finding.Rule;
import dev.tollgate.pipeline.Catalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tollgate explain}: why a rule finds what it finds, and how to mend it. */
@Command(
        name = "explain",
        description = "Tells of a rule: why it finds what it finds, and how to mend that.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RULE", description = "A rule's id, as it stands in brackets at the end of a finding.")
    private String rule;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Rule found = Catalogue.find(rule);
        terminal.out()
                .print("# " + found.id() + "\n\n" + found.title() + " ("
                        + found.severity().word() + ")\n");
        if (!found.page().isEmpty()) {
            terminal.out().print("\n" + found.page());
        }
        return ExitCode.OK;
    }
}

package dev.tollgate.cli;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.Synthesized;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What every command that synthesizes begins with: read, judge, say what is wrong, synthesize. */
final class SynthStep {

    private final Terminal terminal;
    private final Pipeline pipeline;

    SynthStep(Terminal terminal, Pipeline pipeline) {
        this.terminal = terminal;
        this.pipeline = pipeline;
    }

    /** What was made, and all that was found on the way. */
    record Made(List<Synthesized> stacks, List<Finding> findings) {}

    /** Synthesizes {@code names} into {@code out}; nothing, and nothing written, when any of them has an error. */
    Optional<Made> synthesize(List<String> names, Path out, String command) {
        List<Judged> judged = pipeline.validate(names);
        List<Finding> findings = Findings.of(judged);
        new FindingsPrinter(terminal)
                .print(findings.stream().filter(f -> !f.isSuppressed()).toList(), Severity.WARNING);
        if (judged.stream().anyMatch(Judged::blocks)) {
            terminal.err().println("nothing was written: mend the errors above, then run " + command + " again");
            return Optional.empty();
        }
        List<Synthesized> made = pipeline.synthesize(judged, out, terminal::progress);
        terminal.progressDone();
        return Optional.of(new Made(made, findings));
    }
}

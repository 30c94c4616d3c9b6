package dev.tollgate.cli;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.Synthesized;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * Environments read and judged.
     *
     * @param kept the stacks that are up to date
     */
    record Prepared(List<Judged> judged, List<Synthesized> kept) {

        boolean blocks() {
            return judged.stream().anyMatch(Judged::blocks);
        }

        /** Whether synthesizing them takes the CDKTF runtime. */
        boolean startsRuntime() {
            return !blocks() && !changed().isEmpty();
        }

        private List<Judged> changed() {
            Set<String> names = kept.stream().map(one -> one.environment().id()).collect(Collectors.toSet());
            return judged.stream().filter(one -> !names.contains(one.name())).toList();
        }
    }

    /** Judges {@code names} and sees what of them is up to date in {@code out}. */
    Prepared prepare(List<String> names, Path out) {
        Prepared all = prepareAll(names);
        return all.blocks() ? all : new Prepared(all.judged(), pipeline.upToDate(all.judged(), out));
    }

    /** Judges {@code names}, all of which are to be made again. */
    Prepared prepareAll(List<String> names) {
        return new Prepared(pipeline.validate(names), List.of());
    }

    /** Synthesizes {@code names} into {@code out}; nothing, and nothing written, when any of them has an error. */
    Optional<Made> synthesize(List<String> names, Path out, String command) {
        return synthesize(prepare(names, out), out, command);
    }

    /** Synthesizes what of {@code prepared} is not up to date. */
    Optional<Made> synthesize(Prepared prepared, Path out, String command) {
        List<Finding> findings = Findings.of(prepared.judged());
        new FindingsPrinter(terminal)
                .print(findings.stream().filter(f -> !f.isSuppressed()).toList(), Severity.WARNING);
        if (prepared.blocks()) {
            terminal.err().println("nothing was written: mend the errors above, then run " + command + " again");
            return Optional.empty();
        }
        List<Synthesized> stacks = new ArrayList<>(prepared.kept());
        if (prepared.startsRuntime()) {
            stacks.addAll(pipeline.synthesize(prepared.changed(), out, terminal::progress));
            terminal.progressDone();
        }
        stacks.sort(Comparator.comparing(one -> one.environment().id()));
        return Optional.of(new Made(stacks, findings));
    }
}

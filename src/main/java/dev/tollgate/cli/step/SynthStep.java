package dev.tollgate.cli.step;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.pipeline.Catalogue;
import dev.tollgate.pipeline.CheckRequest;
import dev.tollgate.pipeline.Checks;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.synth.Synthesized;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first step of every command that synthesizes: read, check, report, build functions, synthesize what has changed,
 * check what was made.
 */
public final class SynthStep {

    private final Terminal terminal;
    private final Pipeline pipeline;
    private final PreparedProcess prepared;

    public SynthStep(Terminal terminal, Pipeline pipeline, PreparedProcess prepared) {
        this.terminal = terminal;
        this.pipeline = pipeline;
        this.prepared = prepared;
    }

    /**
     * What came of it.
     *
     * @param ended the exit code, when the command is over: an environment has an error, or another process ran it all
     * @param stacks those that were made and those that are up to date, sorted
     */
    public record Result(OptionalInt ended, List<Synthesized> stacks, List<Finding> findings) {

        /** Whether what was made has an error that nobody has accepted. */
        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::blocks);
        }
    }

    /** Synthesizes those of {@code names} that have changed into {@code out}; none when any of them has an error. */
    public Result synthesize(List<String> names, Path out, String command, boolean force) {
        List<Judged> judged = pipeline.validate(names);
        SortedSet<Finding> findings = new TreeSet<>();
        if (isBlocked(judged, findings, command)) {
            return new Result(OptionalInt.of(ExitCode.FINDINGS), List.of(), List.copyOf(findings));
        }
        List<Synthesized> kept = force ? List.of() : pipeline.upToDate(judged, out);
        List<Judged> changed = without(kept, judged);
        if (!changed.isEmpty()) {
            OptionalInt elsewhere = prepared.exitCode();
            if (elsewhere.isPresent()) {
                return new Result(elsewhere, List.of(), List.of());
            }
            BuildStep.Result built = new BuildStep(terminal, pipeline).build(changed, force);
            if (built == BuildStep.Result.FAILED) {
                return new Result(OptionalInt.of(UserError.Exit.BUILD.code()), List.of(), List.copyOf(findings));
            }
            if (built == BuildStep.Result.BUILT) {
                // Only now is there something to look into.
                judged = pipeline.validate(names);
                changed = without(kept, judged);
                if (isBlocked(judged, findings, command)) {
                    return new Result(OptionalInt.of(ExitCode.FINDINGS), List.of(), List.copyOf(findings));
                }
            }
        }
        List<Synthesized> made = new ArrayList<>(kept);
        if (!changed.isEmpty()) {
            made.addAll(pipeline.synthesize(changed, out, terminal::progress));
            prepared.synthesized();
            terminal.progressDone();
        }
        made.sort(Comparator.comparing(one -> one.environment().id()));
        List<Finding> checked = check(judged, out);
        new FindingsPrinter(terminal)
                .print(
                        checked.stream()
                                .filter(f -> !f.isSuppressed() && !findings.contains(f))
                                .toList(),
                        Severity.WARNING);
        List<Finding> all = Findings.sorted(Stream.concat(findings.stream(), checked.stream()));
        return new Result(OptionalInt.empty(), made, all);
    }

    /** Whether anything blocks {@code judged}; prints what is not among {@code findings} yet, and adds it there. */
    private boolean isBlocked(List<Judged> judged, SortedSet<Finding> findings, String command) {
        List<Finding> found = Findings.of(judged);
        new FindingsPrinter(terminal)
                .print(
                        found.stream()
                                .filter(f -> !f.isSuppressed() && !findings.contains(f))
                                .toList(),
                        Severity.WARNING);
        findings.addAll(found);
        if (judged.stream().noneMatch(Judged::blocks)) {
            return false;
        }
        terminal.err().println("nothing was written: fix the errors above, then run " + command + " again");
        return true;
    }

    private static List<Judged> without(List<Synthesized> kept, List<Judged> judged) {
        Set<String> names = kept.stream().map(one -> one.environment().id()).collect(Collectors.toSet());
        return judged.stream().filter(one -> !names.contains(one.name())).toList();
    }

    /** What the rules over Terraform have to say of what is there now. */
    private List<Finding> check(List<Judged> judged, Path out) {
        Checks checks = pipeline.checks(CheckRequest.of(Catalogue.terraform(List.of())));
        return Findings.sorted(Stream.concat(
                pipeline.strangers(judged, out).stream(),
                judged.stream().flatMap(one -> checks.environment(one, out).findings().stream())));
    }
}

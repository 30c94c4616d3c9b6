package dev.tollgate.pipeline;

import dev.tollgate.check.environment.EnvironmentRules;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import dev.tollgate.synth.Synthesized;
import dev.tollgate.synth.Synthesizer;
import dev.tollgate.tfvars.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What Tollgate does with environments, in the order in which it does it. */
public final class Pipeline {

    private final Path project;

    /** {@code project} is the folder that environments, sources and items are relative to. */
    public Pipeline(Path project) {
        this.project = project;
    }

    /** The names of all environments. */
    public List<String> environments() {
        return EnvironmentFiles.in(project).names();
    }

    /** Reads and judges {@code names}; all that is wrong with any of them. */
    public List<Judged> validate(List<String> names) {
        EnvironmentFiles files = EnvironmentFiles.in(project);
        DiskFiles disk = new DiskFiles(project);
        return names.stream().map(name -> judge(name, files.read(name), disk)).toList();
    }

    private static Judged judge(String name, Reading reading, DiskFiles disk) {
        List<Finding> findings = reading.environment()
                .map(read -> EnvironmentRules.judge(read, reading.origins(), disk, reading.findings()))
                .orElse(reading.findings());
        return new Judged(name, reading.environment(), findings);
    }

    /** What judges what was synthesized, and any other Terraform JSON; suppressions expire by {@code today}. */
    public Checks checks(CheckRequest request, LocalDate today) {
        return new Checks(project, request, today);
    }

    /** Synthesizes {@code judged}, none of which blocks, into {@code out}. */
    public List<Synthesized> synthesize(List<Judged> judged, Path out, Consumer<String> progress) {
        List<Environment> environments =
                judged.stream().map(j -> j.environment().orElseThrow()).toList();
        try {
            return new Synthesizer(project, progress).synthesize(environments, out);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + out + "`: " + e.getMessage(),
                    "check that the folder can be written; the previous output is as it was",
                    e);
        }
    }
}

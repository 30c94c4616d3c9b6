package dev.tollgate.pipeline;

import dev.tollgate.check.rule.FileJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.UserError;
import dev.tollgate.synth.Previous;
import dev.tollgate.synth.StackResources;
import dev.tollgate.synth.Synthesized;
import dev.tollgate.synth.Synthesizer;
import dev.tollgate.tfvars.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What Tollgate does with environments, in the order in which it does it. */
public final class Pipeline {

    private final Path project;
    private final LocalDate today;

    /**
     * @param project the folder that environments, sources and items are relative to
     * @param today the day that suppressions expire by
     */
    public Pipeline(Path project, LocalDate today) {
        this.project = project;
        this.today = today;
    }

    /** The names of all environments. */
    public List<String> environments() {
        return EnvironmentFiles.in(project).names();
    }

    /** Reads and judges {@code names}; all that is wrong with any of them. */
    public List<Judged> validate(List<String> names) {
        return validate(names, Map.of());
    }

    /**
     * Reads and judges {@code names} with the values of {@code varFile} over their own, as Terraform would take them.
     */
    public List<Judged> validate(List<String> names, Path varFile) {
        return validate(names, Map.of(varFile.toString(), LiteralFile.content(varFile)));
    }

    private List<Judged> validate(List<String> names, Map<String, byte[]> over) {
        EnvironmentFiles files = EnvironmentFiles.in(project);
        DiskFiles disk = new DiskFiles(project);
        List<Judged> judged =
                names.stream().map(name -> judge(name, files, disk, over)).toList();
        return SharedNames.judge(judged, today);
    }

    private Judged judge(String name, EnvironmentFiles files, DiskFiles disk, Map<String, byte[]> over) {
        Map<String, byte[]> contents = new LinkedHashMap<>(files.contents(name));
        contents.putAll(over);
        Reading reading = EnvironmentFiles.read(name, contents);
        return new Judged(name, contents, reading, findings(reading, disk));
    }

    private List<Finding> findings(Reading reading, DiskFiles disk) {
        return reading.environment()
                .map(read -> FileJudge.judge(
                        read,
                        reading.origins(),
                        disk,
                        reading.findings(),
                        today,
                        StackResources::names,
                        Catalogue.REVIEWS))
                .orElse(reading.findings());
    }

    /** What runs the builds of functions and layers, whose commands see {@code environment} but for what opens AWS. */
    public FunctionBuilds builds(Map<String, String> environment) {
        return new FunctionBuilds(project, environment);
    }

    /**
     * What follows the sources of {@code name}'s functions and layers, as its file is now; builds run with
     * {@code environment}, and packages are made in {@code scratch}. Empty when the file cannot be read.
     */
    public Optional<FollowedPackages> follow(String name, Map<String, String> environment, Path scratch) {
        Reading reading = validate(List.of(name)).get(0).reading();
        return reading.environment()
                .map(read -> new FollowedPackages(
                        project,
                        builds(environment),
                        read.packed(),
                        () -> findings(reading, new DiskFiles(project)).stream()
                                .filter(Finding::blocks)
                                .toList(),
                        scratch));
    }

    /** Those of {@code judged}, none of which blocks, that a synth into {@code out} would make again as they are. */
    public List<Synthesized> upToDate(List<Judged> judged, Path out) {
        return new Previous(project, out)
                .upToDate(judged.stream().map(Judged::recipe).toList());
    }

    /** A warning for each of {@code judged} whose stack in {@code out} is not what a synth would make now. */
    public List<Finding> outdated(List<Judged> judged, Path out) {
        List<Judged> sound = judged.stream().filter(one -> !one.blocks()).toList();
        Set<String> current =
                upToDate(sound, out).stream().map(one -> one.environment().id()).collect(Collectors.toSet());
        return judged.stream()
                .filter(one -> !current.contains(one.name()))
                .map(one -> Checks.outdated(one, out))
                .toList();
    }

    /** A warning for each stack in {@code out} whose environment has no file any more. */
    public List<Finding> removed(Path out) {
        return RemovedEnvironments.of(environments(), out);
    }

    /**
     * A warning for each file in the stacks of {@code judged} in {@code out} that Terraform reads and nobody declared.
     */
    public List<Finding> strangers(List<Judged> judged, Path out) {
        return judged.stream()
                .flatMap(one -> Strangers.of(one.name(), out).stream())
                .toList();
    }

    /** What judges what was synthesized, and any other Terraform JSON. */
    public Checks checks(CheckRequest request) {
        return new Checks(request, today, project);
    }

    /** Synthesizes {@code judged}, none of which blocks, into {@code out}. */
    public List<Synthesized> synthesize(List<Judged> judged, Path out, Consumer<String> progress) {
        try {
            return new Synthesizer(project, progress)
                    .synthesize(judged.stream().map(Judged::recipe).toList(), out);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot write `" + out + "`: " + e.getMessage(),
                    "check that the folder is writable; the previous output is unchanged",
                    e);
        }
    }
}

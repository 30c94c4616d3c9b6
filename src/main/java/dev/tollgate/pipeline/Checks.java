package dev.tollgate.pipeline;

import dev.tollgate.beside.StackFolder;
import dev.tollgate.check.Acceptance;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.History;
import dev.tollgate.check.Naming;
import dev.tollgate.check.Suppressions;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.check.rule.TerraformJudge;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.UserError;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges Terraform: what Tollgate emitted with what lies beside it, any other configuration, and plans. */
public final class Checks {

    private static final String UNJUDGED = "not-judged";
    private static final String OUTDATED = "stack-outdated";

    private final CheckRequest request;
    private final LocalDate today;
    private final Path project;
    private final SuppressionFile suppressionFile;
    private final List<String> ids;

    /** {@code today} is the day that suppressions expire by; own Terraform is in {@code project}. */
    Checks(CheckRequest request, LocalDate today, Path project) {
        this.request = request;
        this.project = project;
        this.today = today;
        this.suppressionFile = new SuppressionFile(today);
        this.ids = request.rules().stream().map(CheckRule::id).toList();
    }

    /** The stack of the environment {@code judged}, synthesized into {@code out}. */
    public Checked environment(Judged judged, Path out) {
        String name = judged.name();
        Path file = emitted(name, out);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "environment `" + name + "` is not synthesized: cannot find `" + shown(file) + "`",
                    "run `tollgate synth -e " + name + "`");
        }
        List<String> own = judged.environment().map(Environment::terraform).orElse(List.of());
        Sources sources = Sources.beside(file, judged.reading().origins(), new OwnPlaces(project, own));
        List<Acceptance> acceptances = judged.environment()
                .map(environment -> Acceptance.of(environment, judged.reading().origins(), today))
                .orElse(List.of());
        List<Finding> findings = new ArrayList<>(configuration(file, acceptances, sources));
        // What the file shows as well is judged there, in the file's own words.
        List<Finding> seenInFile = judged.findings().stream()
                .filter(finding -> ids.contains(finding.rule()))
                .toList();
        findings.removeIf(found -> seenInFile.stream().anyMatch(said -> isSame(said, found, sources)));
        List<CheckRule> suppressible =
                request.rules().stream().filter(CheckRule::suppressible).toList();
        findings.addAll(suppressions(suppressible, sources).marked(seenInFile, acceptances));
        return new Checked(name, findings.stream().sorted().toList());
    }

    /** Whether the file says itself what was {@code found} in a resource of its own, which own Terraform overrides. */
    private static boolean isSame(Finding said, Finding found, Sources sources) {
        return said.rule().equals(found.rule())
                && said.location().file().equals(found.location().file())
                && sources.names(found).stream().anyMatch(name -> (said.subject() + ".").startsWith(name + "."));
    }

    /** A warning that the stack of the environment {@code judged} is older than its sources. */
    static Finding outdated(Judged judged, Path out) {
        String name = judged.name();
        return Finding.of(
                OUTDATED,
                Severity.WARNING,
                "file",
                judged.reading().origins().locate(KeyPath.ROOT),
                "`" + shown(emitted(name, out)) + "` is not up to date with environment `" + name + "`",
                "run `tollgate synth -e " + name + "`, then check again");
    }

    private static Path emitted(String name, Path out) {
        return out.resolve("stacks").resolve(name).resolve(StackFolder.CONFIGURATION);
    }

    /** A file of Terraform, HCL or JSON, or a folder of them. */
    public Checked configuration(Path path) {
        return new Checked(shown(path), configuration(path, acceptances(path), Sources.without(path)));
    }

    private List<Finding> configuration(Path path, List<Acceptance> acceptances, Sources sources) {
        // What lies beside an emitted file belongs to its stack.
        Path read = sources.isOfEnvironment() ? path.resolveSibling("") : path;
        Infrastructure infrastructure = Configurations.read(read, request.variables());
        Surface surface = SurfaceReader.read(infrastructure);
        List<Finding> findings = new ArrayList<>(
                TerraformJudge.judge(request.rules(), infrastructure, surface, new History(baseline(), List.of())));
        if (sources.isOfEnvironment()) {
            List<String> judged = rules(sources).stream().map(CheckRule::id).toList();
            boolean nothingBeside = infrastructure.files().equals(Set.of(shown(path)));
            findings.removeIf(finding -> !judged.contains(finding.rule())
                    && (nothingBeside || !isBeside(finding, infrastructure, shown(path))));
        }
        Location start = sources.isOfEnvironment() ? Location.startOf(shown(path)) : infrastructure.start();
        List<Acceptance> carried = CarriedReasons.in(infrastructure.variables(), surface, start);
        return finish(findings, surface, start, carried, acceptances, sources);
    }

    /**
     * Whether {@code finding} is about own Terraform beside the file {@code emitted}, or about a resource of that file
     * that own Terraform overrides: the environment file does not show either.
     */
    private static boolean isBeside(Finding finding, Infrastructure infrastructure, String emitted) {
        return !finding.location().file().equals(emitted)
                || infrastructure
                        .find(finding.subject())
                        .filter(resource -> !infrastructure.files(resource).equals(Set.of(emitted)))
                        .isPresent();
    }

    /** What {@code terraform show -json} printed of a plan. */
    public Checked plan(Path file) {
        return plan(file, PlanReader.read(shown(file), planText(file)), file);
    }

    /**
     * The same, with what the {@code configuration} that was planned tells beside it: places, and {@code lifecycle}.
     */
    public Checked plan(Path file, Path configuration) {
        Plan plan = PlanReader.read(shown(file), planText(file));
        return plan(file, plan.writtenIn(Configurations.read(configuration, request.variables())), configuration);
    }

    private Checked plan(Path file, Plan plan, Path suppressed) {
        Surface surface = SurfaceReader.read(plan.after());
        History history = new History(baseline().or(() -> Optional.of(plan.before())), plan.changes());
        List<Finding> findings = TerraformJudge.judge(request.rules(), plan.after(), surface, history);
        Location start = Location.startOf(shown(file));
        List<Acceptance> carried = CarriedReasons.in(plan.after().variables(), surface, start);
        return new Checked(
                shown(file), finish(findings, surface, start, carried, acceptances(suppressed), Sources.NONE));
    }

    private List<Acceptance> acceptances(Path path) {
        return request.suppressions().map(suppressionFile::read).orElseGet(() -> suppressionFile.beside(path));
    }

    private Optional<Infrastructure> baseline() {
        return request.baseline().map(path -> {
            if (Files.isRegularFile(path) && !path.toString().matches(".*\\.tf(\\.json)?")) {
                return PlanReader.read(shown(path), planText(path)).after();
            }
            return Configurations.read(path);
        });
    }

    private List<Finding> finish(
            List<Finding> found,
            Surface surface,
            Location start,
            List<Acceptance> carried,
            List<Acceptance> acceptances,
            Sources sources) {
        List<Finding> findings = new ArrayList<>(found);
        for (String unjudged : new TreeSet<>(surface.unjudged())) {
            findings.add(Finding.of(
                    UNJUDGED,
                    Severity.NOTE,
                    "file",
                    start,
                    unjudged,
                    "check it by hand, or check the plan: `terraform show -json PLAN > plan.json` and"
                            + " `tollgate check --plan-json plan.json`"));
        }
        findings.replaceAll(sources::place);
        Suppressions suppressions = suppressions(rules(sources), sources);
        return suppressions.apply(suppressions.marked(findings, carried), acceptances);
    }

    private List<CheckRule> rules(Sources sources) {
        return sources.isOfEnvironment()
                ? request.rules().stream().filter(rule -> rule.file().isEmpty()).toList()
                : request.rules();
    }

    private static Suppressions suppressions(List<CheckRule> judged, Sources sources) {
        return new Suppressions(
                judged.stream().map(CheckRule::id).toList(),
                new Naming(Rules.suppressible(), List.of(Catalogue.REVIEWS), Rules::describedIds, sources::names));
    }

    private static String planText(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                throw new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "`" + shown(file) + "` is a saved plan, not the JSON of one",
                        "print it: `terraform show -json " + shown(file) + " > plan.json`, and give that");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "cannot read `" + shown(file) + "`",
                    "name a file with the output of `terraform show -json PLAN`",
                    e);
        }
    }

    private static String shown(Path path) {
        return Configurations.shown(path);
    }
}

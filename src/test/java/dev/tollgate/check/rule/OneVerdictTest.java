package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.check.CheckRule;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.pipeline.Catalogue;
import dev.tollgate.pipeline.CheckRequest;
import dev.tollgate.pipeline.Checks;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An environment file and the stack made of it get one verdict: every environment of the cases under {@code check} is
 * judged as a file, synthesized, and judged as what it became.
 */
class OneVerdictTest {

    private static final Path CASES = Path.of("src/test/resources/check");

    /** What nothing can be made of, mostly as something that the file names is not there. */
    private static final Set<String> NOT_MADE = Set.of(
            "address-collision",
            "duplicate-route",
            "function-source-missing",
            "items-unreadable",
            "own-terraform-unusable",
            "unknown-function",
            "unknown-identity-provider",
            "unknown-layer",
            "unknown-source",
            "unknown-table");

    private static final Pattern TERRAFORMS_WORDS =
            Pattern.compile("aws_[a-z0-9_]+|allowed_oauth_|explicit_auth_flows|authorization_scopes|mfa_configuration"
                    + "|throttling_|default_route_settings|vpc_config|generate_secret|`depends_on`|_validity|cdk\\.tf");

    /** An environment, and what is said of it. */
    private record Case(String name, List<Finding> ofFile, List<Finding> ofOwnStack, List<Finding> ofTerraform) {

        private static Set<String> errors(Collection<Finding> findings, Predicate<CheckRule> which) {
            return findings.stream()
                    .filter(Finding::blocks)
                    .map(Finding::rule)
                    .filter(id -> Rules.find(id).filter(which).isPresent())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private boolean isSound() {
            return ofFile.stream().noneMatch(Finding::blocks);
        }
    }

    @TempDir
    private static Path project;

    private static final List<Case> ALL = new ArrayList<>();

    @BeforeAll
    static void judgeEverything() throws IOException {
        copy(Path.of("src/test/resources/project"), project);
        Path environments = Files.createDirectories(project.resolve("environments"));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CASES, 2)) {
            files = walk.filter(file -> file.getNameCount() > CASES.getNameCount() + 1)
                    .filter(file -> file.toString().endsWith(".tfvars"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            String rule = files.get(i).getName(CASES.getNameCount()).toString();
            Files.copy(files.get(i), environments.resolve(rule + "-" + i + ".tfvars"));
        }
        Pipeline pipeline = new Pipeline(project, LocalDate.of(2026, 11, 21));
        List<Judged> judged = pipeline.validate(pipeline.environments()).stream()
                .filter(one -> one.environment().isPresent())
                .filter(one -> one.findings().stream().noneMatch(OneVerdictTest::isOfReading))
                .filter(one -> one.findings().stream()
                        .noneMatch(finding -> finding.blocks() && NOT_MADE.contains(finding.rule())))
                .toList();
        List<Judged> sound = judged.stream().filter(one -> !one.blocks()).toList();
        Path out = project.resolve("out");
        Synthesis.build(pipeline, sound);
        Synthesis.inTurn(() -> pipeline.synthesize(sound, out, step -> {}));
        Checks checks = pipeline.checks(CheckRequest.of(Catalogue.terraform(List.of())));
        Path forced = project.resolve("forced");
        Set<String> made = synthesizeWhatCanBe(
                pipeline, judged.stream().filter(Judged::blocks).toList(), forced);
        for (Judged one : judged) {
            if (one.blocks() && !made.contains(one.name())) {
                continue;
            }
            Path folder = one.blocks() ? forced : out;
            ALL.add(new Case(
                    one.name(),
                    one.findings(),
                    checks.environment(one, folder).findings(),
                    checks.configuration(
                                    folder.resolve("stacks").resolve(one.name()).resolve("cdk.tf.json"))
                            .findings()));
        }
    }

    /**
     * Names of what came out, of environments with errors: many at once, as each start of Node.js costs, and halves of
     * what fails.
     */
    private static Set<String> synthesizeWhatCanBe(Pipeline pipeline, List<Judged> environments, Path folder) {
        Set<String> made = new TreeSet<>();
        try {
            Synthesis.inTurn(() -> pipeline.synthesize(environments, folder, step -> {}));
            environments.forEach(one -> made.add(one.name()));
        } catch (RuntimeException e) {
            int half = environments.size() / 2;
            if (half > 0) {
                made.addAll(synthesizeWhatCanBe(pipeline, environments.subList(0, half), folder));
                made.addAll(synthesizeWhatCanBe(pipeline, environments.subList(half, environments.size()), folder));
            }
        }
        return made;
    }

    /** Whether {@code finding} leaves a value out: the stack is then made of less than the file says. */
    private static boolean isOfReading(Finding finding) {
        return finding.blocks()
                && Rules.find(finding.rule()).isEmpty()
                && !finding.rule().equals(Rules.READING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> said(Case one, Stream<Finding> findings) {
        return findings.map(finding -> one.name() + " " + finding.severity().word() + " " + finding.rule() + ": "
                        + finding.message() + " | " + finding.hint().orElse("") + " | " + finding.location())
                .toList();
    }

    private static List<String> said(Function<Case, List<String>> ofOne) {
        return ALL.stream().flatMap(one -> ofOne.apply(one).stream()).toList();
    }

    @Test
    void judgesManyEnvironments() {
        assertThat(ALL.stream().filter(Case::isSound)).hasSizeGreaterThan(100);
        assertThat(ALL.stream().filter(one -> !one.isSound())).hasSizeGreaterThan(50);
    }

    @Test
    void findsNoErrorInTheStackOfAFileWithoutErrors() {
        assertThat(said(one -> one.isSound()
                        ? said(
                                one,
                                Stream.concat(one.ofOwnStack().stream(), one.ofTerraform().stream())
                                        .filter(Finding::blocks))
                        : List.of()))
                .isEmpty();
    }

    @Test
    void findsNoOtherErrorInTheStackThanInTheFile() {
        assertThat(said(one -> {
                    Set<String> ofFile = Case.errors(
                            one.ofFile(),
                            rule -> rule.file().isPresent() && rule.terraform().isPresent());
                    Set<String> ofOwn =
                            Case.errors(one.ofOwnStack(), rule -> rule.file().isPresent());
                    Set<String> more =
                            Case.errors(one.ofTerraform(), rule -> rule.file().isPresent());
                    more.removeAll(ofFile);
                    return ofOwn.equals(ofFile) && more.isEmpty()
                            ? List.of()
                            : List.of(one.name() + ": file " + ofFile + ", own " + ofOwn + ", only Terraform " + more);
                }))
                .isEmpty();
    }

    /** Each error that both sides can show is shown by both in some environment. */
    @Test
    void findsTheErrorsOfAFileInItsStackAgain() {
        Set<String> inFiles = new TreeSet<>();
        Set<String> inStacks = new TreeSet<>();
        for (Case one : ALL) {
            inFiles.addAll(Case.errors(
                    one.ofFile(),
                    rule -> rule.file().isPresent() && rule.terraform().isPresent()));
            inStacks.addAll(Case.errors(one.ofTerraform(), rule -> rule.file().isPresent()));
        }

        assertThat(inStacks).isNotEmpty();
        inFiles.removeAll(inStacks);
        // Of Cognito's domain Terraform shows a record that is missing, and no more than that.
        inFiles.remove("auth-domain-parent-missing");
        // Its file side is about own Terraform, which is beside the file that is checked here.
        inFiles.remove("overwritten-by-document");
        assertThat(inFiles).isEmpty();
    }

    @Test
    void reportsNothingTwice() {
        assertThat(said(one -> said(
                        one,
                        Stream.concat(
                                one.ofFile().stream()
                                        .filter(finding -> !one.ofOwnStack().contains(finding)),
                                one.ofOwnStack().stream()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void standsInTheFileAndFixesItInItsWords() {
        assertThat(said(one -> said(
                        one,
                        Stream.concat(one.ofFile().stream(), one.ofOwnStack().stream())
                                // What stands in Terraform of the user's own is said of it.
                                .filter(finding -> !finding.location().file().startsWith("infra/"))
                                .filter(finding -> !finding.location().file().startsWith("environments/")
                                        || TERRAFORMS_WORDS
                                                .matcher(finding.hint().orElse(""))
                                                .find()))))
                .isEmpty();
    }

    /** What Terraform alone shows of our own stack says how the file fixes it. */
    @Test
    void saysHowTheFileFixesWhatOnlyTerraformShows() {
        Set<String> seen = ALL.stream()
                .filter(Case::isSound)
                .flatMap(one -> one.ofOwnStack().stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Rules.all())
                .filteredOn(rule -> seen.contains(rule.id()) && rule.file().isEmpty())
                .isNotEmpty()
                .allMatch(rule -> rule.fileHint().isPresent());
    }

    /** Otherwise a finding about a resource would stand nowhere in the file, or at a key that it does not have. */
    @Test
    void tracesEveryResourceToAKeyOfTheFile() {
        assertThat(ALL.stream().filter(Case::isSound)).allSatisfy(one -> {
            Path stack = project.resolve("out").resolve("stacks").resolve(one.name());
            JsonNode sources = Synthesis.json(stack.resolve("tollgate.sources.json"));

            assertThat(sources.properties().stream().map(Map.Entry::getKey))
                    .containsAll(Variants.addresses(Synthesis.json(stack.resolve("cdk.tf.json"))));
            assertThat(sources.properties()).allMatch(source -> EnvironmentSchema.knows(parts(source.getValue())));
        });
    }

    private static List<String> parts(JsonNode path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}

package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.History;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.PlanOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases under {@code rules/<rule>/}, as configuration and as plan; {@code rules/README.md} tells their form. */
class TerraformCasesTest {

    private static final Path CASES = Path.of("src/test/resources/rules");
    private static final Path PAGES = Path.of("src/main/resources/dev/tollgate/check/rule");
    private static final Pattern EXAMPLE = Pattern.compile("\n## (Bad|Good)\n\n```json\n(.*?)\n```\n", Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> judgesAConfigurationExactly() throws IOException {
        return cases(".tf.json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> judgesConfiguration(file)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> judgesThePlanOfAConfigurationAlike() throws IOException {
        return cases(".tf.json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Optional<String> plan = PlanOf.configuration(Files.readString(file));
                    if (plan.isPresent()) {
                        judgesPlan(file, plan.get());
                    }
                }))
                .toList();
    }

    /** What AWS has filled in makes no finding, and takes none away. */
    @TestFactory
    List<DynamicTest> judgesThePlanAfterAnApplyAlike() throws IOException {
        return cases(".tf.json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Optional<String> plan = PlanOf.applied(Files.readString(file));
                    if (plan.isPresent()) {
                        judgesApplied(file, plan.get());
                    }
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> judgesARealPlanExactly() throws IOException {
        return cases(".plan.json")
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Plan plan = PlanReader.read("plan.json", Files.readString(file));
                    holds(file, judge(file, plan.after(), history(file, plan)), beside(file, ".findings"));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> judgesTheExamplesOfAPageAsThePageSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (CheckRule rule : Rules.ofTerraform()) {
            Matcher example = EXAMPLE.matcher(Files.readString(PAGES.resolve(rule.id() + ".md")));
            while (example.find()) {
                boolean bad = example.group(1).equals("Bad");
                String text = example.group(2);
                tests.add(DynamicTest.dynamicTest(
                        rule.id() + " " + example.group(1), () -> assertThat(TerraformJudge.judge(
                                        List.of(rule),
                                        configuration(text),
                                        SurfaceReader.read(configuration(text)),
                                        History.NONE))
                                .filteredOn(finding -> !finding.subject().equals(TerraformReport.UNDECIDED))
                                .hasSizeBetween(bad ? 1 : 0, bad ? 9 : 0)));
            }
        }
        return tests;
    }

    private static void judgesConfiguration(Path file) throws IOException {
        Infrastructure infrastructure = configuration(Files.readString(file));
        List<Finding> findings = judge(file, infrastructure, new History(baseline(file), List.of()));
        holds(file, findings, beside(file, ".findings"));
    }

    private static void judgesPlan(Path file, String text) throws IOException {
        Plan plan = PlanReader.read("plan.json", text);
        List<Finding> findings = judge(file, plan.after(), history(file, plan));
        Path own = beside(file, ".plan.findings");
        if (Files.exists(own)) {
            assertThat(text(findings, false)).as(own.toString()).isEqualTo(golden(own, text(findings, false)));
            return;
        }
        Path both = beside(file, ".findings");
        String expected = Files.exists(both) ? withoutPlaces(Files.readString(both)) : "";
        assertThat(sorted(text(findings, false))).as("as a plan").isEqualTo(sorted(expected));
    }

    /** After an apply more is known: what could not be checked before may be found, and nothing else may. */
    private static void judgesApplied(Path file, String text) throws IOException {
        Plan plan = PlanReader.read("plan.json", text);
        String findings = text(judge(file, plan.after(), history(file, plan)), false);
        Path own = beside(file, ".applied.findings");
        Path fresh = beside(file, ".plan.findings");
        Path both = beside(file, ".findings");
        Path expected = Files.exists(own) ? own : Files.exists(fresh) ? fresh : both;
        if (Boolean.getBoolean("golden.applied") && !sorted(findings).equals(sorted(read(expected)))) {
            Files.writeString(own, findings);
        }
        assertThat(sorted(findings)).as("after an apply").isEqualTo(sorted(read(Files.exists(own) ? own : expected)));
    }

    private static String read(Path expected) throws IOException {
        return Files.exists(expected) ? withoutPlaces(Files.readString(expected)) : "";
    }

    private static void holds(Path file, List<Finding> findings, Path golden) {
        switch (kind(file)) {
            case "good" -> {
                assertThat(findings).isEmpty();
                return;
            }
            case "bad" -> assertThat(findings).anyMatch(finding -> !isUndecided(finding));
            case "unknown" -> assertThat(findings).isNotEmpty().allMatch(TerraformCasesTest::isUndecided);
            default -> throw new AssertionError("no case begins like " + file.getFileName());
        }
        Golden.hold(golden, text(findings, true));
    }

    private static boolean isUndecided(Finding finding) {
        return finding.subject().equals(TerraformReport.UNDECIDED) && finding.severity() == Severity.NOTE;
    }

    private static List<Finding> judge(Path file, Infrastructure infrastructure, History history) {
        CheckRule rule = Rules.find(rule(file)).orElseThrow();
        return TerraformJudge.judge(List.of(rule), infrastructure, SurfaceReader.read(infrastructure), history);
    }

    private static Infrastructure configuration(String text) {
        return ConfigurationReader.read(List.of(new ConfigurationFile("case.tf.json", text)), new TreeMap<>());
    }

    private static Optional<Infrastructure> baseline(Path file) throws IOException {
        Path baseline = beside(file, ".baseline.tf.json");
        return Files.exists(baseline) ? Optional.of(configuration(Files.readString(baseline))) : Optional.empty();
    }

    private static History history(Path file, Plan plan) throws IOException {
        Optional<Infrastructure> named = baseline(file);
        return new History(named.isPresent() ? named : Optional.of(plan.before()), plan.changes());
    }

    private static String golden(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }

    private static String text(List<Finding> findings, boolean withPlace) {
        return findings.stream()
                .map(finding -> (withPlace
                                ? finding.location().line() + ":"
                                        + finding.location().column() + ": "
                                : "")
                        + finding.severity().word() + ": " + finding.message() + " [" + finding.rule() + "]\n"
                        + finding.hint().map(hint -> "  hint: " + hint + "\n").orElse(""))
                .collect(Collectors.joining());
    }

    private static String withoutPlaces(String findings) {
        return findings.replaceAll("(?m)^\\d+:\\d+: ", "");
    }

    /** The findings in any order: a plan has no lines to sort them by. */
    private static List<String> sorted(String findings) {
        return Stream.of(findings.split("\n(?! )", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .sorted()
                .toList();
    }

    private static Stream<Path> cases(String ending) {
        try (Stream<Path> files = Files.walk(CASES, 2)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(ending) && !file.toString().endsWith(".baseline.tf.json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(Path file) {
        return file.getFileName().toString().replaceFirst("[-.].*", "");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.(tf|plan)\\.json$", "") + ending);
    }

    private static String rule(Path file) {
        return CASES.relativize(file).getName(0).toString();
    }

    private static String name(Path file) {
        return rule(file) + "/" + file.getFileName();
    }
}

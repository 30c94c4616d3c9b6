package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations of other people, planned by the real Terraform; {@code foreign/README.md} tells where they come from.
 */
class ForeignCasesTest {

    private static final Path CASES = Path.of("src/test/resources/foreign");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("plan.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<Finding> findings(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.endsWith("written.tf.json")) {
            Plan plan = PlanReader.read("plan.json", text);
            return judge(plan.after(), new History(Optional.of(plan.before()), plan.changes()));
        }
        Infrastructure written =
                ConfigurationReader.read(List.of(new ConfigurationFile("written.tf.json", text)), new TreeMap<>());
        return judge(written, History.NONE);
    }

    private static List<Finding> judge(Infrastructure infrastructure, History history) {
        return TerraformJudge.judge(Rules.ofTerraform(), infrastructure, SurfaceReader.read(infrastructure), history);
    }

    private static String said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity().word() + ": " + finding.message() + " [" + finding.rule() + "]\n")
                .collect(Collectors.joining());
    }

    private static boolean isUndecided(Finding finding) {
        return finding.subject().equals(TerraformReport.UNDECIDED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysExactlyThisOfEach(String name) throws IOException {
        Golden.hold(
                CASES.resolve(name).resolve("findings.txt"),
                said(findings(CASES.resolve(name).resolve("plan.json"))));
    }

    static List<String> applied() throws IOException {
        return cases().stream()
                .filter(name -> Files.exists(CASES.resolve(name).resolve("applied.json")))
                .toList();
    }

    /**
     * A pull request has a plan after an apply: ids are known then, and what AWS fills in stands beside what was
     * written.
     */
    @ParameterizedTest
    @MethodSource("applied")
    void saysTheSameOfEachAfterAnApply(String name) throws IOException {
        String said = said(findings(CASES.resolve(name).resolve("applied.json")));

        Golden.hold(CASES.resolve(name).resolve("applied.txt"), said);
        assertThat(withoutNotes(said))
                .isEqualTo(withoutNotes(Files.readString(CASES.resolve(name).resolve("findings.txt"))));
    }

    private static List<String> withoutNotes(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("note: could not check"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isQuietWhereNothingIsWrong(String name) throws IOException {
        if (name.startsWith("quiet-")) {
            List<Finding> findings = findings(CASES.resolve(name).resolve("plan.json"));

            assertThat(findings).allMatch(ForeignCasesTest::isUndecided);
            assertThat(findings.stream().map(Finding::rule)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/foreign/mistakes.csv", delimiter = '|', numLinesToSkip = 1)
    void findsEachMistakeOfTheArticlesByTheRuleMeantForIt(
            String name, String mistake, String file, String rule, String subject) throws IOException {
        if (rule == null) {
            assertThat(subject).as(mistake).startsWith("no ");
            return;
        }
        assertThat(findings(CASES.resolve(name).resolve(file)))
                .as(mistake)
                .anyMatch(finding -> finding.rule().equals(rule)
                        && finding.subject().equals(subject)
                        && finding.severity() != Severity.NOTE);
    }
}

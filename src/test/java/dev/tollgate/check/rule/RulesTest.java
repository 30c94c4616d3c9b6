package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.OtherRules;
import dev.tollgate.finding.Finding;
import dev.tollgate.pipeline.DiskFiles;
import dev.tollgate.synth.StackResources;
import dev.tollgate.testing.Golden;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One catalogue of all rules, and a page of each. */
class RulesTest {

    private static final Path CLASSES = Path.of("src/main/java/dev/tollgate/check/rule");
    private static final Path PAGES = Path.of("src/main/resources/dev/tollgate/check/rule");
    private static final Path BASE = Path.of("src/test/resources/check/examples.tfvars");
    private static final Path PROJECT = Path.of("src/test/resources/project");
    private static final Pattern LIST =
            Pattern.compile("(List<CheckRule> [A-Z_]+ = List\\.of\\(\n).*?\\);", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("\n## (Bad|Good)\n\n```hcl\n(.*?)\n```\n", Pattern.DOTALL);

    static List<CheckRule> rules() {
        return Rules.described();
    }

    private static List<String> ids() {
        return rules().stream().map(CheckRule::id).toList();
    }

    /** The lists are literal, and made of the classes that are there: a rule costs a class and a page. */
    @Test
    void listsEachClassThatDeclaresARule() throws IOException, ReflectiveOperationException {
        SortedMap<String, String> ofFile = new TreeMap<>();
        SortedMap<String, String> ofTerraform = new TreeMap<>();
        try (Stream<Path> classes = Files.list(CLASSES)) {
            for (Path file : classes.sorted().toList()) {
                if (Files.readString(file).contains("static final CheckRule RULE")) {
                    String name = file.getFileName().toString().replace(".java", "");
                    Class<?> declaring = Class.forName(RulesTest.class.getPackageName() + "." + name);
                    CheckRule rule =
                            (CheckRule) declaring.getDeclaredField("RULE").get(null);
                    (rule.file().isPresent() ? ofFile : ofTerraform).put(rule.id(), "            " + name + ".RULE");
                }
            }
        }

        hold("Rules.java", ofFile);
        hold("TerraformRules.java", ofTerraform);
        assertThat(Rules.OF_FILE).map(CheckRule::id).containsExactlyElementsOf(ofFile.keySet());
        assertThat(TerraformRules.ALL).map(CheckRule::id).containsExactlyElementsOf(ofTerraform.keySet());
    }

    private static void hold(String catalogue, SortedMap<String, String> rules) throws IOException {
        Path file = CLASSES.resolve(catalogue);
        String list = String.join(",\n", rules.values());
        Golden.hold(file, LIST.matcher(Files.readString(file)).replaceFirst(found -> found.group(1) + list + ");"));
    }

    /** So a suppression that names a rule of files needs no rule of Terraform to say whether it is used. */
    @Test
    void callsARuleOfFilesAsNoRuleOfTerraformAloneWasCalled() {
        List<String> ofFile = Rules.OF_FILE.stream().map(CheckRule::id).toList();

        assertThat(TerraformRules.ALL)
                .allSatisfy(rule -> assertThat(rule.formerly()).doesNotContainAnyElementsOf(ofFile));
    }

    @Test
    void keepsIdsApart() {
        assertThat(ids()).isSorted().doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> assertThat(rule.formerly()).doesNotContain(rule.id()));
    }

    @Test
    void seesEachMistakeSomewhere() {
        assertThat(Rules.all())
                .allMatch(rule -> rule.file().isPresent() || rule.terraform().isPresent());
    }

    @Test
    void hasNoPageOfARuleThatIsNotThere() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysOnItsPageWhyAndHowToFixWithABadAndAGoodExample(CheckRule rule) {
        String page = rule.described().page();

        assertThat(page).startsWith("## Why\n\n").contains("\n## How to fix\n\n");
        assertThat(page).containsPattern("\n## Bad\n\n```(json|hcl)\n").containsPattern("\n## Good\n\n```(json|hcl)\n");
    }

    /** An example is a part of a file; what it does not say stands in {@code examples.tfvars}. */
    @TestFactory
    List<DynamicTest> judgesTheExamplesOfAPageAsThePageSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (CheckRule rule : rules()) {
            for (Matcher example = EXAMPLE.matcher(rule.described().page()); example.find(); ) {
                boolean bad = example.group(1).equals("Bad");
                String text = example.group(2);
                tests.add(DynamicTest.dynamicTest(rule.id() + " " + example.group(1), () -> {
                    List<Finding> findings = judge(text);
                    // One that leaves something out says so in a comment.
                    if (rule.terraform().isEmpty() || rule.file().isPresent()) {
                        boolean found = findings.stream()
                                .anyMatch(finding -> finding.rule().equals(rule.id()));
                        assertThat(found || (bad && text.contains("# …")))
                                .as(findings.toString())
                                .isEqualTo(bad);
                    }
                }));
            }
        }
        return tests;
    }

    private static List<Finding> judge(String example) {
        try {
            Reading reading = EnvironmentReader.read(
                    "example",
                    List.of(
                            TfvarsReader.parse("examples.tfvars", Files.readAllBytes(BASE)),
                            TfvarsReader.parse("example.tfvars", example.getBytes(StandardCharsets.UTF_8))));
            return reading.environment()
                    .map(environment -> FileJudge.judge(
                            environment,
                            reading.origins(),
                            new DiskFiles(PROJECT),
                            reading.findings(),
                            LocalDate.of(2026, 11, 21),
                            StackResources::names,
                            OtherRules.NONE))
                    .orElse(reading.findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

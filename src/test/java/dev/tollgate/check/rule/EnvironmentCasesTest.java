package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.OtherRules;
import dev.tollgate.check.Suppressions;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.pipeline.DiskFiles;
import dev.tollgate.synth.StackResources;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Zip;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Reading;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases under {@code check/<rule>/}, through the real parser: a {@code bad*.tfvars} has exactly the findings beside
 * it, a {@code good*.tfvars} none of the rule. {@code -Dgolden=true} rewrites the findings.
 */
final class EnvironmentCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Path CASES = Path.of("src/test/resources/check");

    /** The project of the cases, and what in it no repository would hold. */
    @TempDir
    private static Path project;

    private static final List<String> READING_RULES = List.of(
            "conflicting-keys",
            "duplicate-key",
            "invalid-route",
            "invalid-value",
            "missing-key",
            "not-a-literal",
            "syntax-error",
            "unknown-key",
            "wrong-type");

    @BeforeAll
    static void makeProject() throws IOException {
        Folder made = new Folder(Path.of("src/test/resources/project")).copyTo(project);
        made.write("lambdas/linked/app.py", "def handler(event, context): pass\n");
        Files.createSymbolicLink(made.resolve("lambdas/linked/books"), Path.of("../books"));
        made.write("lambdas/leaving/app.py", "def handler(event, context): pass\n");
        Files.createSymbolicLink(made.resolve("lambdas/leaving/etc"), Path.of("/etc"));
        Files.createSymbolicLink(made.resolve("lambdas/leaving/nothing"), Path.of("../nothing"));
        Files.createSymbolicLink(made.resolve("lambdas/outside"), Path.of("/etc"));
        made.write("lambdas/large/app.py", "def handler(event, context): pass\n");
        made.write("lambdas/large/node_modules/model/weights.bin", "");
        try (RandomAccessFile weights = new RandomAccessFile(
                made.resolve("lambdas/large/node_modules/model/weights.bin").toFile(), "rw")) {
            // A file with a hole: no disk has to hold it.
            weights.setLength(261L << 20);
        }
        made.write("lambdas/telling/app.py", "def handler(event, context): pass\n");
        made.write("lambdas/telling/.env", "TOKEN=abc\n");
        made.write("lambdas/telling/server.pem", "-----BEGIN PRIVATE KEY-----\n");
        made.write("lambdas/telling/ca.pem", "-----BEGIN CERTIFICATE-----\n");
        made.write("lambdas/wanting/app.py", "import requests\n\ndef handler(event, context): pass\n");
        made.write(
                "lambdas/wanting/requirements.txt",
                "# what it imports\nrequests==2.32.3\nboto3\nPyYAML >= 6\ncolorama ; sys_platform == 'win32'\n-r other.txt\n");
        made.write("lambdas/wanting/PyYAML-6.0.2.dist-info/METADATA", "Name: PyYAML\n");
        made.write("lambdas/having/app.py", "def handler(event, context): pass\n");
        made.write("lambdas/having/requirements.txt", "requests[socks]==2.32.3\npython_dotenv\nlocal\n");
        made.write("lambdas/having/requests-2.32.3.dist-info/METADATA", "Name: requests\n");
        made.write("lambdas/having/vendor/python-dotenv/__init__.py", "");
        made.write("lambdas/having/local.py", "");
        String manifest =
                "{ \"dependencies\": { \"left-pad\": \"1\", \"@shop/tax\": \"2\", \"@aws-sdk/client-sns\": \"3\" } }";
        for (String name : List.of("wanting", "having")) {
            made.write("lambdas/" + name + "-node/index.mjs", "export const handler = async () => ({});\n");
            made.write("lambdas/" + name + "-node/package.json", manifest);
            made.write("lambdas/" + name + "-node/node_modules/left-pad/index.js", "");
        }
        made.write("lambdas/having-node/node_modules/@shop/tax/index.js", "");
        made.write("lambdas/java/com/example/Handler.class", "");
        made.write("lambdas/jar/lib/handler.jar", "");
        made.write("lambdas/ruby/app.rb", "module Shop\n  def self.handle(event:, context:); end\nend\n");
        made.write("lambdas/dotnet/Shop.dll", "");
        made.write("lambdas/program/bootstrap", "#!/bin/sh\n");
        made.resolve("lambdas/program/bootstrap").toFile().setExecutable(true);
        made.write("lambdas/unstartable/bootstrap", "#!/bin/sh\n");
        byte[] handler = bytes("def handler(event, context): pass\n");
        Files.createDirectories(made.resolve("dist"));
        Zip.write(made.resolve("dist/app.zip"), Map.of("app.py", handler));
        Zip.write(made.resolve("dist/layer.zip"), Map.of("python/shared.py", handler));
        Zip.write(
                made.resolve("dist/telling.zip"),
                Map.of(
                        "app.py",
                        handler,
                        ".env",
                        bytes("TOKEN=abc\n"),
                        "server.pem",
                        bytes("-----BEGIN PRIVATE KEY-----\n")));
        Zip.write(
                made.resolve("dist/wanting.zip"),
                Map.of("app.py", handler, "requirements.txt", bytes("requests\nboto3\n")));
        Zip.write(made.resolve("dist/leaving.zip"), Map.of("../app.py", handler));
        made.write("dist/broken.zip", "no zip\n");
        Zip.write(made.resolve("dist/large.zip"), Map.of("app.py", handler, "model/weights.bin", new byte[251 << 20]));
        made.write("layers/shared/python/shared.py", "def handler(event, context): pass\n");
        made.write("layers/loose/shared.py", "");
        Files.createDirectories(made.resolve("layers/empty"));
        made.write("layers/ignored/.tollgateignore", "*\n");
        made.write("layers/ignored/python/shared.py", "");
        Zip.write(made.resolve("dist/empty.zip"), Map.of());
        made.write("layers/tools/bin/tool", "");
        made.write("layers/telling/python/.env", "TOKEN=abc\n");
        made.write("layers/brought/python/requests-2.32.3.dist-info/METADATA", "Name: requests\n");
        made.write("layers/brought/nodejs/node_modules/@shop/tax/index.js", "");
        made.write("layers/half/python/weights.bin", "");
        try (RandomAccessFile weights = new RandomAccessFile(
                made.resolve("layers/half/python/weights.bin").toFile(), "rw")) {
            weights.setLength(130L << 20);
        }
        for (String name : List.of(
                "main.tf",
                "terraform.tfvars",
                "terraform.tfstate",
                "terraform.tfstate.backup",
                ".terraform.lock.hcl",
                ".terraform/modules/modules.json")) {
            made.write("infra/behind/" + name, "");
        }
        made.write("infra/links/main.tf", "locals {}\n");
        made.write("infra/links/inner/main.tf", "locals {}\n");
        Files.createSymbolicLink(made.resolve("infra/links/etc"), Path.of("/etc"));
        Files.createSymbolicLink(made.resolve("infra/links/prod"), Path.of("../prod"));
        Files.createSymbolicLink(made.resolve("infra/links/nothing"), Path.of("nowhere"));
        Files.createSymbolicLink(made.resolve("infra/links/inner/up"), Path.of(".."));
        Files.createSymbolicLink(made.resolve("infra/links/twice.tf"), Path.of("main.tf"));
        Files.createSymbolicLink(made.resolve("infra/outside"), Path.of("/etc"));
        made.write("lambdas/silent/app.py", "def handler(event, context): pass\n");
        made.write("lambdas/silent/.env", "TOKEN=abc\n");
        made.write("lambdas/silent/.tollgateignore", ".env\nold.py\n");
        made.write("lambdas/silent/old.py", "def handler(event, context): pass\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    List<DynamicTest> findsExactlyTheMistakesOfEachBadCase() throws IOException {
        return cases("bad").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    String findings = judge(file).stream()
                            .map(finding -> text(finding, file))
                            .collect(Collectors.joining());
                    Path golden =
                            file.resolveSibling(file.getFileName().toString().replace(".tfvars", ".findings"));
                    if (Boolean.getBoolean("golden")) {
                        Files.writeString(golden, findings);
                    }
                    assertThat(findings).isEqualTo(Files.readString(golden));
                    assertThat(findings).contains("[" + rule(file) + "]");
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> findsNothingOfTheRuleInEachGoodCase() throws IOException {
        return cases("good").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> assertThat(judge(file))
                        .filteredOn(finding -> finding.rule().equals(rule(file)) && !finding.isSuppressed())
                        .isEmpty()))
                .toList();
    }

    /** {@code aws/rows.md}: what AWS demands, a case that breaks it or must not, and what is to be said. */
    @TestFactory
    List<DynamicTest> saysOfEachThingThatAwsDemandsWhatTheTableSays() throws IOException {
        List<DynamicTest> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/aws/rows.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 5
                    || cells[3].isBlank()
                    || cells[3].contains("---")
                    || cells[3].strip().equals("verdict")) {
                continue;
            }
            Path file = CASES.resolve(cells[2].strip() + ".tfvars");
            String verdict = cells[3].strip();
            rows.add(DynamicTest.dynamicTest(cells[1].strip(), () -> {
                List<Finding> findings = judge(file);
                if (verdict.equals("-")) {
                    assertThat(findings).filteredOn(Finding::blocks).isEmpty();
                } else {
                    assertThat(findings).extracting(Finding::rule).contains(verdict);
                }
            }));
        }
        assertThat(rows).hasSizeGreaterThan(60);
        return rows;
    }

    /** The table's second part: a test method, or a file that a test reads. */
    @Test
    void namesTestsThatAreThere() throws IOException {
        SortedMap<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<String> held = Files.readAllLines(Path.of("src/test/resources/aws/rows.md")).stream()
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == 4)
                .map(cells -> cells[2].strip())
                .filter(name -> name.matches("\\w+Test\\.\\w+|.*/.*"))
                .toList();

        assertThat(held).hasSizeGreaterThan(15).allSatisfy(name -> {
            if (name.contains("/")) {
                assertThat(Path.of("src/test/resources").resolve(name)).exists();
            } else {
                String[] parts = name.split("\\.", -1);
                assertThat(tests.getOrDefault(parts[0], "")).contains(" void " + parts[1] + "(");
            }
        });
    }

    @Test
    void hasABadAndAGoodCaseOfEveryRule() throws IOException {
        Set<String> rules = Rules.OF_FILE.stream().map(CheckRule::id).collect(Collectors.toCollection(TreeSet::new));
        rules.addAll(READING_RULES);
        rules.add(Suppressions.UNUSED);
        rules.add(Suppressions.RENAMED);
        rules.add(OwnNameTaken.ID);

        Set<String> bad = cases("bad").stream().map(EnvironmentCasesTest::rule).collect(Collectors.toSet());
        Set<String> good =
                cases("good").stream().map(EnvironmentCasesTest::rule).collect(Collectors.toSet());

        assertThat(bad).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(good).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void reportsNothingGraverThanARuleSays() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path file : cases("bad")) {
            findings.addAll(judge(file));
        }

        assertThat(Rules.OF_FILE).allSatisfy(rule -> {
            Severity gravest = findings.stream()
                    .filter(finding -> finding.rule().equals(rule.id()))
                    .map(Finding::severity)
                    .reduce(Severity.NOTE, (one, two) -> one.compareTo(two) > 0 ? one : two);
            if (rule.terraform().isPresent()) {
                assertThat(gravest).as(rule.id()).isLessThanOrEqualTo(rule.severity());
            } else {
                assertThat(gravest).as(rule.id()).isEqualTo(rule.severity());
            }
        });
    }

    private static List<Path> cases(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(CASES, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.toString().endsWith(".tfvars"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Finding> judge(Path file) throws IOException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".tfvars".length());
        Reading reading = EnvironmentReader.read(id, List.of(TfvarsReader.parse(name, Files.readAllBytes(file))));
        return reading.environment()
                .map(environment -> FileJudge.judge(
                        environment,
                        reading.origins(),
                        new DiskFiles(project),
                        reading.findings(),
                        TODAY,
                        StackResources::names,
                        OtherRules.NONE))
                .orElse(reading.findings());
    }

    private static String text(Finding finding, Path file) {
        String place = finding.location().file();
        return (place.equals(file.getFileName().toString()) ? "" : place + ":")
                + finding.location().line() + ":" + finding.location().column() + ": "
                + finding.severity().word() + ": " + finding.message() + " [" + finding.rule() + "]"
                + finding.suppressedBecause()
                        .map(reason -> " (suppressed: " + reason + ")")
                        .orElse("") + "\n"
                + finding.hint().map(hint -> "  hint: " + hint + "\n").orElse("");
    }

    private static String rule(Path file) {
        return CASES.relativize(file).getName(0).toString();
    }

    private static String name(Path file) {
        return rule(file) + "/" + file.getFileName();
    }
}

package dev.tollgate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tollgate.aws.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms and the arrows between them: a value goes forward only. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tollgate");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finding  |",
                "archive  |",
                "aws      |",
                "schema   | model",
                "model    |",
                "tfvars   | finding, schema, model",
                "packaging | archive, model",
                "hcl      | finding",
                "beside   | finding, archive, hcl",
                "check    | finding, model, schema, terraform, surface, packaging, beside",
                "synth    | finding, archive, schema, model, packaging, beside",
                "terraform | finding, hcl",
                "deploy   | finding, archive, model",
                "surface  | finding, terraform",
                "gateway.token    | finding, archive",
                "srp      | archive",
                "gateway.signin   | archive, srp, gateway.token",
                "gateway.function | finding, archive",
                "gateway.table    | finding",
                "openapi  | finding, model, terraform, surface",
                "gateway.engine   | surface, gateway.function, gateway.token",
                "gateway.read     | finding, archive, terraform, surface, gateway.engine, gateway.function, gateway.table, gateway.token",
                "gateway.site     | finding, terraform, surface, openapi, gateway.read, gateway.engine, gateway.function, gateway.signin, gateway.table, gateway.token",
                "gateway  | finding, archive, srp, terraform, surface, openapi",
                "smoke    | finding",
                "grant    | finding, srp",
                "review   | finding, model, terraform, surface",
                "graph    | finding, terraform, surface",
                "init     | finding, model, schema",
                "doctor   | finding, aws, model, schema",
                "diff     | finding, model, schema",
                "explain  | check, finding, model, schema, surface",
                "waits    |",
                "pipeline | finding, archive, aws, model, schema, tfvars, check, packaging, beside, synth, terraform, deploy, surface, review, init",
                "cli.text     | finding, deploy, gateway, pipeline, review",
                "cli.step     | cli.text, finding, aws, deploy, model, pipeline, review, synth, terraform, waits",
                "cli.served   | cli.step, cli.text, finding, deploy, gateway, grant, model, pipeline, smoke, surface, terraform",
                "cli.commands | cli.served, cli.step, cli.text, finding, aws, model, schema, pipeline, synth, terraform, deploy, review, init, doctor, diff, explain, surface, openapi, gateway, smoke, grant, graph",
                "cli          | finding, aws, model, schema, pipeline, synth, check, terraform, deploy, review, init, doctor, diff, explain, waits, surface, openapi, gateway, smoke, grant, graph"
            })
    void letsARoomKnowOnlyTheRoomsBeforeIt(String room, String known) {
        List<String> allowed = Stream.concat(
                        Stream.of(room), known == null ? Stream.of() : Stream.of(known.split(", *", -1)))
                .toList();
        String[] packages =
                allowed.stream().map(name -> "dev.tollgate." + name + "..").toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("dev.tollgate." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.tollgate..").and(not(resideInAnyPackage(packages))))
                .check(CLASSES);
    }

    @Test
    void keepsCdktfInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tollgate.synth..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hashicorp..", "software.constructs..", "software.amazon.jsii..")
                .check(CLASSES);
    }

    @Test
    void keepsPicocliInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tollgate.cli..", "dev.tollgate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void keepsJoseInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tollgate.gateway.token..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(CLASSES);
    }

    @Test
    void keepsElkInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tollgate.graph.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..")
                .check(CLASSES);
    }

    @Test
    void endsTheProcessInOnePlace() {
        noClasses()
                .that(not(type(Main.class)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void writesToTheTerminalThroughTheTerminal() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void startsProcessesInFewPlaces() {
        noClasses()
                .that(not(type(Relaunch.class)
                        .or(type(Programs.class))
                        .or(nameMatching("dev\\.tollgate\\.gateway\\.function\\.Launch"))
                        .or(nameMatching("dev\\.tollgate\\.cli\\.text\\.WebBrowser"))
                        .or(nameMatching("dev\\.tollgate\\.gateway\\.site\\.Keytool"))
                        .or(nameMatching("dev\\.tollgate\\.synth\\.NodeJs"))
                        .or(nameMatching("dev\\.tollgate\\.hcl\\.HclParser"))
                        .or(nameMatching("dev\\.tollgate\\.packaging\\.BuildProcess"))
                        .or(nameMatching("dev\\.tollgate\\.deploy\\.TerraformProcess(\\$.*)?"))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(CLASSES);
    }

    /**
     * One word, one thing, in the product and its tests: nobody has to look at an import to know which of two is meant.
     */
    @Test
    void givesEachClassANameOfItsOwn() throws IOException {
        Map<String, List<Path>> byName;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            byName = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
        }

        assertThat(byName.values()).hasSizeGreaterThan(900).allMatch(named -> named.size() == 1);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.tollgate.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("dev.tollgate.cli.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("dev.tollgate.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void marksEveryPackageNullMarked() throws IOException {
        Path root = Path.of("src", "main", "java");
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> unmarked = walk.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                    .toList();
            assertThat(unmarked).isEmpty();
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isNullMarked(Path packageInfo) {
        try {
            return Files.isRegularFile(packageInfo)
                    && Files.readString(packageInfo).contains("@NullMarked");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

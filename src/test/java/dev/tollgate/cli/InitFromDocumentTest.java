package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What `init` takes from an OpenAPI document, and what it refuses. */
class InitFromDocumentTest {

    private static final Path DOCUMENTS = Path.of("src", "test", "resources", "openapi");

    @TempDir
    private Path project;

    private InitProject init() {
        return new InitProject(project);
    }

    static Stream<Path> good() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("good"))) {
            return files.filter(file -> !file.toString().endsWith(".tfvars")).sorted().toList().stream();
        }
    }

    static Stream<Path> bad() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve("bad"))) {
            return files.sorted().toList().stream();
        }
    }

    private CommandOutcome document(String file, String kind) {
        String name = file.substring(0, file.indexOf('.'));
        return init().with(
                        name + "-" + kind,
                        "--kind",
                        kind,
                        "--name",
                        name,
                        "--from-openapi",
                        DOCUMENTS.resolve("good").resolve(file).toString());
    }

    @ParameterizedTest
    @MethodSource("good")
    void takesRoutesAndScopesFromADocument(Path document) throws IOException {
        String file = document.getFileName().toString();

        for (String kind : List.of("rest", "http")) {
            CommandOutcome outcome = document(file, kind);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            String id = file.substring(0, file.indexOf('.')) + "-" + kind;
            String text = Files.readString(project.resolve("environments").resolve(id + ".tfvars"));
            Golden.hold(DOCUMENTS.resolve("good").resolve(id + ".tfvars"), text);
            assertThat(text.lines().filter(line -> line.startsWith("# NOTE: ")).map(line -> line.substring(8)))
                    .hasSameSizeAs(outcome.err()
                            .lines()
                            .filter(line -> line.startsWith("note: "))
                            .toList());
            // One by one: as two environments of one account they would take each other's names.
            CommandOutcome validated = init().run("validate", "-e", id, "--fail-on", "warning");
            assertThat(validated.exit()).as(validated.err()).isZero();
        }
        assertThat(Synthesis.of(project, project.resolve("out"))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesADocumentThatIsNone(Path document) {
        CommandOutcome outcome = init().with("dev", "--kind", "http", "--from-openapi", document.toString());

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).contains("error: `" + document.getFileName() + "` ");
        assertThat(init().files()).isEmpty();
    }

    @Test
    void neverMistakesABrokenDocumentForABugOfItsOwn() throws IOException {
        Random random = new Random(7);
        for (Path document : good().toList()) {
            byte[] text = Files.readAllBytes(document);
            for (int i = 0; i < 60; i++) {
                byte[] mutated = text.clone();
                int from = random.nextInt(text.length);
                int length = 1 + random.nextInt(i < 30 ? 3 : 40);
                for (int at = from; at < Math.min(from + length, text.length); at++) {
                    mutated[at] = " {}[]:,\"'&*!-#$\t\n0a".getBytes(StandardCharsets.UTF_8)[random.nextInt(19)];
                }
                Path file = Files.write(project.resolve("mutated" + document.getFileName()), mutated);
                List<String> kind = i % 2 == 0 ? List.of("rest", "--account-role", "no") : List.of("http");
                List<String> args = new ArrayList<>(List.of("--from-openapi", file.toString(), "--kind"));
                args.addAll(kind);
                CommandOutcome outcome = init().with(
                                "m" + i + "-"
                                        + document.getFileName().toString().charAt(0),
                                args.toArray(String[]::new));
                assertThat(outcome.exit())
                        .as(() -> outcome.err() + new String(mutated, StandardCharsets.UTF_8))
                        .isIn(0, 2, 3);
            }
        }
        CommandOutcome validated = init().run("validate", "--fail-on", "warning");
        assertThat(validated.exit()).as(validated.err()).isZero();
    }

    @Test
    void saysWhichDocumentIsNotThere() {
        CommandOutcome outcome = init().with("dev", "--kind", "http", "--from-openapi", "nowhere.yaml");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("cannot read `nowhere.yaml`");
    }

    @Test
    void readsALargeDocument() throws IOException {
        StringBuilder text = new StringBuilder("openapi: 3.0.0\ninfo: {title: t, version: v}\npaths:\n");
        for (int i = 0; i < 290; i++) {
            text.append("  /p")
                    .append(i)
                    .append(": {get: {security: [{o: [s/n")
                    .append(i % 60)
                    .append("]}]}}\n");
        }
        text.append("components:\n  securitySchemes: {o: {type: openIdConnect}}\n  schemas:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("    S").append(i).append(": {type: object, properties: {id: {type: string}}}\n");
        }
        Path file = Files.writeString(project.resolve("large.yaml"), text);

        CommandOutcome outcome = init().with("dev", "--kind", "http", "--from-openapi", file.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(init().environment("dev").routes()).hasSize(290);
        assertThat(init().environment("dev").clients()).hasSize(2);
        assertThat(init().environment("dev").functions()).hasSize(8);
    }
}

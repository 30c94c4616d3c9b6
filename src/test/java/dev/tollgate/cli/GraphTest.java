package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tollgate graph} on the command line. */
class GraphTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "prod");

    @TempDir
    private Path folder;

    @BeforeEach
    void emitted() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stacks").resolve("prod"));
        Files.copy(GOLDEN.resolve("cdk.tf.json"), stack.resolve("cdk.tf.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "mermaid, src/test/resources/golden/prod/graph.mmd",
        "svg, docs/pictures/prod.svg",
        "HTML, src/test/resources/golden/prod/graph.html"
    })
    void drawsAnEnvironment(String format, Path expected) {
        CommandOutcome outcome = CommandOutcome.of("graph", "-e", "prod", "--stacks", folder, "--format", format);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        Golden.hold(expected, outcome.out());
    }

    @ParameterizedTest
    @CsvSource({"mermaid, src/test/resources/golden/prod/access.mmd", "svg, docs/pictures/prod-access.svg"})
    void tellsWhoCanCallWhat(String format, Path expected) {
        CommandOutcome outcome =
                CommandOutcome.of("graph", "-e", "prod", "--stacks", folder, "--access", "--format", format);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        Golden.hold(expected, outcome.out());
    }

    @Test
    void tellsWhoCanCallWhatOnAPage() {
        CommandOutcome outcome =
                CommandOutcome.of("graph", "-e", "prod", "--stacks", folder, "--access", "--format", "html");

        assertThat(outcome.out())
                .startsWith("<!DOCTYPE html>")
                .contains("books-prod-reader")
                .doesNotContain("<svg");
    }

    @Test
    void writesToAFile() throws IOException {
        Path file = folder.resolve("graph.mmd");

        CommandOutcome outcome = CommandOutcome.of("graph", "-e", "prod", "--stacks", folder, "--out", file);

        assertThat(outcome).isEqualTo(new CommandOutcome(0, "", ""));
        assertThat(file)
                .hasContent(CommandOutcome.of("graph", "-e", "prod", "--stacks", folder)
                        .out());
    }

    @Test
    void drawsAFolderOfAnybodysAndSaysWhatItCannotRead() throws IOException {
        Path theirs = Files.createDirectories(folder.resolve("theirs"));
        Files.writeString(theirs.resolve("main.tf.json"), "{\"module\": {\"api\": {\"source\": \"./api\"}}}");

        CommandOutcome outcome = CommandOutcome.of("graph", "--dir", theirs);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("---\ntitle: \"theirs\"\n---\nflowchart LR\n");
        assertThat(outcome.err()).contains("note: module `api` is not followed");
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
        CommandOutcome outcome = CommandOutcome.of(
                "graph", "-e", "prod", "--stacks", folder, "--out", folder.resolve("no/such/graph.mmd"));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("error: cannot write `").contains("hint: check that its folder exists");
    }

    @Test
    void saysWhatToDoWhenNothingWasEmitted() {
        CommandOutcome outcome = CommandOutcome.of("graph", "-e", "absent", "--stacks", folder);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("hint: run `tollgate synth -e absent`");
    }
}

package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions with a {@code build}, on the command line. */
class BuildCommandTest {

    @TempDir
    private Path temp;

    private Folder project;

    @BeforeEach
    void makeProject() throws IOException {
        project = new Folder(temp);
        project.write("f/index.ts", "export const handler = async (): string => \"ok\";\n");
    }

    @Test
    void buildsWhatHasChangedAndNothingElse() throws IOException {
        environment("sed s/:.string// index.ts > index.mjs; rm index.ts");

        CommandOutcome first = run("synth");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).containsPattern("built function `f` in \\d+\\.\\d s: 1 KB");
        assertThat(Zip.read(project.resolve("out/stacks/a/functions/f.zip"))).containsOnlyKeys("index.mjs");
        assertThat(run("synth").err()).doesNotContain("built");
        assertThat(run("synth", "--force").err()).contains("built").doesNotContain("other bytes");
        Files.writeString(project.resolve("f/index.ts"), "export const handler = async (): string => \"no\";\n");
        assertThat(run("synth").err()).contains("built");
    }

    @Test
    void runsNothingToValidate() throws IOException {
        environment("echo > " + temp.resolve("ran"));

        assertThat(run("validate").exit()).isZero();

        assertThat(temp.resolve("ran")).doesNotExist();
        assertThat(temp.resolve(".tollgate")).doesNotExist();
    }

    @Test
    void showsWhatAFailedBuildPrinted() throws IOException {
        environment("echo 'index.ts(1,30): error TS2322'; exit 2");

        CommandOutcome outcome = run("synth");

        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("""
                        index.ts(1,30): error TS2322
                        error: the build of function `f` ended with exit 2: `echo 'index.ts(1,30): error TS2322'; exit 2`
                        """, "nothing was written: nothing is packed without its build");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void looksIntoWhatWasBuilt() throws IOException {
        environment("cp index.ts main.mjs");

        CommandOutcome outcome = run("synth");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "handler `index.handler` is in none of `index.js`, `index.mjs`, `index.cjs` of the build of `f`"
                                + " [function-source-missing]");
        assertThat(run("validate").out()).contains("1 error");
    }

    @Test
    void saysThatABuildCannotBeRepeated() throws IOException {
        environment("date +%N > now; mv index.ts index.mjs");
        run("synth");

        assertThat(run("synth", "--force").err())
                .contains("note: the build of function `f` made other bytes than before of the same source");
    }

    private void environment(String build) throws IOException {
        project.write("environments/a.tfvars", """
                name = "a"
                region = "eu-west-1"
                api_type = "http"
                user_pool = { domain_prefix = "a" }
                resource_servers = { api = { scopes = { all = "All" } } }
                clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
                functions = { f = { source = "f", build = "BUILD", handler = "index.handler", runtime = "nodejs22.x" } }
                routes = { "GET /" = { function = "f", scopes = ["api/all"] } }
                """.replace("BUILD", build));
    }

    private CommandOutcome run(String command, String... options) {
        Stream<String> out =
                command.equals("synth") ? Stream.of("--out", temp.resolve("out").toString()) : Stream.of();
        List<String> words = Stream.of(Stream.of(command, "--project", temp.toString()), out, Stream.of(options))
                .flatMap(some -> some)
                .toList();
        return Synthesis.inTurn(
                () -> CommandOutcome.of(Map.of("PATH", System.getenv("PATH")), terminal -> terminal, words));
    }
}

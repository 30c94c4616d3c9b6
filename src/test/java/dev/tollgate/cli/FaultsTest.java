package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.text.ExitCode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.finding.UserError;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong around Tollgate, or in it, and which exit code says so. */
class FaultsTest {

    private static final String GOOD = """
            name = "good"
            region = "eu-west-1"
            api_type = "http"
            user_pool = { domain_prefix = "good" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one", scopes = ["api/all"] } }
            """;

    @TempDir
    private Path temp;

    private CommandOutcome runHere(String... args) {
        return CommandOutcome.of(Stream.concat(Stream.of(args), Stream.of("--project", temp.toString()))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "review", "smoke", "graph", "openapi"})
    void showsUsageOfACommandThatIsToldNothing(String command) {
        CommandOutcome outcome = CommandOutcome.of(command);

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("Missing required argument (specify one of these)", "Usage: tollgate " + command);
    }

    @Test
    void callsAnErrorOfTheJvmABug() {
        StringWriter out = new StringWriter() {
            @Override
            public void write(String text, int from, int length) {
                throw new StackOverflowError("too deep");
            }
        };

        StringWriter err = new StringWriter();

        int exit = new Tollgate(Terminal.of(new PrintWriter(out), new PrintWriter(err), Map.of(), false))
                .run("explain", "route-without-authorization");

        assertThat(exit).isEqualTo(ExitCode.BUG);
        assertThat(err.toString())
                .startsWith("bug: java.lang.StackOverflowError: too deep\n  hint: this is a bug in Tollgate");
    }

    @Test
    void saysHowJavaGetsMoreMemory() {
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), false);

        int exit = handler(terminal).handle(new OutOfMemoryError("Java heap space"));

        assertThat(exit).isEqualTo(ExitCode.BUG);
        assertThat(err.toString()).contains("OutOfMemoryError: Java heap space", "TOLLGATE_JAVA_OPTIONS=-Xmx2g");
    }

    /** A device that is always full. */
    @Test
    @EnabledIf("hasFullDevice")
    void namesAFullDiskAndWhatHelps() throws IOException {
        new Folder(temp).write("environments/good.tfvars", GOOD);
        Synthesis.of(temp, temp.resolve("cdktf.out"));

        CommandOutcome outcome = CommandOutcome.of(
                "graph", "--dir", temp.resolve("cdktf.out/stacks/good").toString(), "--out", "/dev/full");

        assertThat(outcome.exit()).isEqualTo(UserError.Exit.ENVIRONMENT.code());
        assertThat(outcome.err()).contains("/dev/full").contains("hint: free some space");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void namesAFullDiskThatNodeRanInto() {
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), false);
        Exception thrown = new IllegalStateException("the kernel", new IOException("ENOSPC: no space left, write"));

        int exit = handler(terminal).handle(thrown);

        assertThat(exit).isEqualTo(UserError.Exit.ENVIRONMENT.code());
        assertThat(err.toString())
                .startsWith("error: the disk is full: ENOSPC: no space left, write\n  hint: free some space");
    }

    private static ErrorHandler handler(Terminal terminal) {
        return new ErrorHandler(terminal, new Tollgate(terminal).commandLine().getCommand());
    }

    @Test
    void letsOneBadlyNamedFileStopNoOtherEnvironment() throws IOException {
        Folder project = new Folder(temp);
        project.write("environments/good.tfvars", GOOD);
        project.write("environments/with space.tfvars", GOOD);

        assertThat(runHere("validate", "-e", "good").exit()).isZero();
        assertThat(runHere("validate", "-e", "with space").err())
                .contains("`environments/with space.tfvars` cannot be");
        assertThat(runHere("validate", "--all").err()).contains("`environments/with space.tfvars` cannot be");
    }

    /** Each is twice the next one: the first would have 2 to the 60th characters. */
    @Test
    void evaluatesNoLocalThatDoublesWithoutEnd() throws IOException {
        StringBuilder locals = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            locals.append("\"l%d\": \"${local.l%d}${local.l%d}\", ".formatted(i, i + 1, i + 1));
        }
        new Folder(temp)
                .write(
                        "stack/main.tf.json",
                        "{ \"locals\": { " + locals + "\"l60\": \"x\" }, \"resource\": { \"aws_cognito_user_pool\": {"
                                + " \"u\": { \"name\": \"${local.l0}\", \"mfa_configuration\": \"${local.l0}\" } } } }");

        CommandOutcome outcome =
                CommandOutcome.of("check", temp.resolve("stack").toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out() + outcome.err()).contains("note: could not check `aws_cognito_user_pool.u`");
    }

    @Test
    void refusesAnEnvironmentFileOfFiftyMegabytes() throws IOException {
        new Folder(temp).write("environments/large.tfvars", GOOD + "tags = { t = \"" + "x".repeat(50 << 20) + "\" }\n");

        CommandOutcome outcome = runHere("validate", "-e", "large");

        assertThat(outcome.exit()).isEqualTo(UserError.Exit.ENVIRONMENT.code());
        assertThat(outcome.err())
                .contains("`environments/large.tfvars` is 50 MB; an environment file has at most 8 MB");
    }
}

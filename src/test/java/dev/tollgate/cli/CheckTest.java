package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.cli.text.FindingsPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.cli.text.Text;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Severity;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tollgate check} and {@code explain}: arguments in; exit code, standard output and standard error out. */
class CheckTest {

    private static final String DELETABLE = """
            {"resource": {"aws_cognito_user_pool": {"users": {"name": "users"}}}}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path stacks() {
        return Synthesis.stackFolder("dev").resolve("..").resolve("..").normalize();
    }

    @Test
    void findsNothingWrongWithTheProjectsOwnEnvironments() {
        Synthesis.project();

        CommandOutcome outcome = CommandOutcome.of("check", "--all", "--fail-on", "warning", "--stacks", stacks());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    @Test
    void pointsAtTheEnvironmentFileAndShowsWhyAFindingIsAccepted() {
        Synthesis.project();

        CommandOutcome outcome = CommandOutcome.of("check", "-e", "dev", "--stacks", stacks());

        assertThat(outcome.err())
                .containsPattern("environments/dev\\.tfvars:\\d+:3: suppressed error: anyone may call `GET /health`")
                .contains("because: probe of the load balancer")
                .containsPattern("environments/dev\\.tfvars:\\d+:\\d+: suppressed warning: the user pool");
        assertThat(outcome.out()).startsWith("1 environment: 0 errors, 0 warnings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cdk.tf.json"})
    void findsTheReasonsOfAnEnvironmentInWhatWasEmitted(String name) {
        CommandOutcome outcome =
                CommandOutcome.of("check", Synthesis.stackFolder("dev").resolve(name));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains("because: probe of the load balancer")
                .contains("because: a development pool may go")
                .contains("cdk.tf.json:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"aws_cognito_user_pool.users\": [1]}", "\u0000"})
    void pointsAtTheFileWhereTheMapIsBroken(String map) throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stacks/dev"));
        Files.copy(Synthesis.stackFolder("dev").resolve("cdk.tf.json"), stack.resolve("cdk.tf.json"));
        Files.writeString(stack.resolve("tollgate.sources.json"), map);

        CommandOutcome outcome = CommandOutcome.of("check", "-e", "dev", "--stacks", folder);

        assertThat(outcome.err())
                .contains("environments/dev.tfvars:1:1: ")
                .contains("anyone may call `GET /health`")
                .doesNotContain("cdk.tf.json:");
    }

    @Test
    void saysThatAStackIsOlderThanItsEnvironment() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stacks/dev"));
        Files.copy(Synthesis.stackFolder("dev").resolve("cdk.tf.json"), stack.resolve("cdk.tf.json"));

        CommandOutcome outcome = CommandOutcome.of("check", "-e", "dev", "--fail-on", "warning", "--stacks", folder);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("environments/dev.tfvars:1:1: warning: `")
                .contains("stacks/dev/cdk.tf.json` is not up to date with environment `dev`")
                .contains("[stack-outdated]");
    }

    @Test
    void asksForSynthBeforeItJudgesAnEnvironment() {
        CommandOutcome outcome = CommandOutcome.of("check", "-e", "dev", "--stacks", folder);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("is not synthesized").contains("run `tollgate synth -e dev`");
    }

    @Test
    void judgesAPlan() {
        CommandOutcome outcome = CommandOutcome.of("check", "--plan-json", "src/test/resources/plans/rest.plan.json");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("src/test/resources/plans/rest.plan.json:1:1: warning: user pool"
                        + " `aws_cognito_user_pool.users`");
    }

    @Test
    void takesVariablesFromAVarFile() throws IOException {
        Path main = file("main.tf.json", """
                {"variable": {"protection": {"type": "string"}},
                 "resource": {"aws_cognito_user_pool": {"users": {"deletion_protection": "${var.protection}"}}}}
                """);
        Path good = file("good.tfvars", "protection = \"ACTIVE\"\n");
        Path bad = file("bad.tfvars.json", "{\"protection\": \"INACTIVE\"}");

        assertThat(CommandOutcome.of("check", main, "--rule", "user-pool-deletable")
                        .err())
                .contains("could not check `aws_cognito_user_pool.users`");
        assertThat(CommandOutcome.of("check", main, "--rule", "user-pool-deletable", "--var-file", good)
                        .err())
                .isEmpty();
        assertThat(CommandOutcome.of("check", main, "--var-file", bad, "--fail-on", "warning")
                        .exit())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"note, 1", "warning, 0", "error, 0"})
    void failsFromTheSeverityOnThatIsAskedFor(String severity, int exit) throws IOException {
        Path main = file("main.tf.json", """
                {"module": {"api": {"source": "./api"}}}
                """);

        assertThat(CommandOutcome.of("check", main, "--fail-on", severity).exit())
                .isEqualTo(exit);
    }

    @Test
    void judgesByTheRulesAskedForOnly() throws IOException {
        Path main = file("main.tf.json", DELETABLE);

        assertThat(CommandOutcome.of("check", main, "--rule", "route-without-authorization")
                        .exit())
                .isZero();
        CommandOutcome unknown = CommandOutcome.of("check", main, "--rule", "user-pool-deleteable");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean `user-pool-deletable`?");
    }

    @Test
    void acceptsWhatTheFileBesideItAccepts() throws IOException {
        Path main = file("main.tf.json", DELETABLE);
        file("tollgate.suppress.json", """
                {"suppress": [
                  {"rule": "user-pool-deletable", "subject": "aws_cognito_user_pool.users", "reason": "a test",
                   "expires": "9999-12-31"},
                  {"rule": "user-pool-deletable", "subject": "aws_cognito_user_pool.user", "reason": "a typo"},
                  {"rule": "user-pool-deletabl", "subject": "x", "reason": "another"},
                  {"rule": "name-taken", "subject": "x", "reason": "AWS refuses it"}]}
                """);

        CommandOutcome outcome = CommandOutcome.of("check", main);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains("suppressed warning: user pool `aws_cognito_user_pool.users`")
                .contains("because: a test")
                .contains("tollgate.suppress.json:4:3: warning: no finding of `user-pool-deletable` is about"
                        + " `aws_cognito_user_pool.user`")
                .contains("tollgate.suppress.json:5:3: warning: there is no rule `user-pool-deletabl`")
                .contains("tollgate.suppress.json:6:3: warning: findings of `name-taken` cannot be suppressed");
    }

    @Test
    void acceptsNothingByASuppressionThatHasExpired() throws IOException {
        Path main = file("main.tf.json", DELETABLE);
        Path suppressions = file("accepted.tfvars", """
                suppress = [{ rule = "user-pool-deletable", subject = "aws_cognito_user_pool.users",
                              reason = "until the move", expires = "2020-02-29" }]
                """);

        CommandOutcome outcome =
                CommandOutcome.of("check", main, "--suppressions", suppressions, "--fail-on", "warning");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(": warning: user pool")
                .contains("has expired with `2020-02-29`")
                .contains("[suppression-unused]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                        | the file is not an object",
                "{\"suppress\": {}}                        | is not a list of suppressions",
                "{\"suppress\": [1]}                       | a suppression is not an object",
                "{\"suppress\": [{\"rule\": \"x\"}]}       | has no `subject`",
                "{\"suppress\": [{\"until\": \"x\"}]}      | `until` is not a text key of a suppression",
                "{\"suppress\": [{\"rule\": \"x\", \"subject\": \"y\", \"reason\": \"z\", \"expires\": \"soon\"}]}"
                        + " | `expires` is not a date: `soon`"
            })
    void saysWhereASuppressionFileIsWrong(String text, String message) throws IOException {
        Path main = file("main.tf.json", DELETABLE);
        file("tollgate.suppress.json", text);

        CommandOutcome outcome = CommandOutcome.of("check", main);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("tollgate.suppress.json:1:").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | is empty",
                "{                           | is not valid JSON",
                "{\"a\": 1, \"a\": 2}        | Duplicate",
                "[]                          | it is not a JSON object",
                "{\"a\": 1} 2                | more than one JSON value",
                "{\"format_version\": \"1\"} | use `--plan-json`"
            })
    void saysWhatIsWrongWithAConfiguration(String text, String message) throws IOException {
        CommandOutcome outcome = CommandOutcome.of("check", file("main.tf.json", text));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("main.tf.json").contains(message);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() throws IOException {
        CommandOutcome outcome =
                CommandOutcome.of("check", file("deep.tf.json", "{\"resource\": " + "[".repeat(100_000)));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("deep.tf.json:1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"resource\": {}}", "{\"values\": {}}", "null", "", "{\"format_version\""})
    void saysWhatIsNoPlan(String text) throws IOException {
        CommandOutcome outcome = CommandOutcome.of("check", "--plan-json", file("plan.json", text));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("plan.json").contains("hint: ");
    }

    @Test
    void asksForTheJsonOfASavedPlan() throws IOException {
        Path saved = Files.write(folder.resolve("plan"), new byte[] {'P', 'K', 3, 4, 0, 0});

        CommandOutcome outcome = CommandOutcome.of("check", "--plan-json", saved);

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("is a saved plan, not the JSON of one")
                .contains("terraform show -json");
    }

    @Test
    void takesOneThingToJudge() throws IOException {
        Path main = file("main.tf.json", DELETABLE);

        assertThat(CommandOutcome.of("check", main, "-e", "dev").exit()).isEqualTo(2);
        assertThat(CommandOutcome.of("check", "--plan-json", main, "-e", "dev").exit())
                .isEqualTo(2);
        assertThat(CommandOutcome.of("check", "-e", "dev", "--suppressions", main)
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void showsFindingsInTheFormAskedFor() throws IOException {
        Path main = file("main.tf.json", DELETABLE);

        JsonNode json = new ObjectMapper()
                .readTree(CommandOutcome.of("check", main, "--rule", "user-pool-deletable", "--format", "json")
                        .out());
        JsonNode sarif = new ObjectMapper()
                .readTree(CommandOutcome.of("check", main, "--rule", "user-pool-deletable", "--format", "sarif")
                        .out());

        assertThat(json.at("/findings/0/rule").asText()).isEqualTo("user-pool-deletable");
        assertThat(json.at("/checked/0").asText()).endsWith("main.tf.json");
        assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("user-pool-deletable");
        assertThat(CommandOutcome.of("check", main, "--format", "github").out()).startsWith("::warning file=");
        assertThat(CommandOutcome.of("validate", "--format", "github").out()).isEmpty();
        assertThat(CommandOutcome.of("check", main, "--format", "xml").exit()).isEqualTo(2);
    }

    @Test
    void letsNoConfigurationSteerTheTerminal() throws IOException {
        String hostile = "\\u001b[31mx\\n::error::y\\u202e";
        Path main = file(
                "main.tf.json",
                "{\"resource\": {\"aws_cognito_user_pool\": {\"" + hostile + "\": {\"name\": \"x\"}}}}");

        for (String format : List.of("text", "json", "sarif", "github")) {
            CommandOutcome outcome = CommandOutcome.of("check", main, "--format", format);

            assertThat((outcome.out() + outcome.err()).codePoints().filter(c -> c != '\n' && Text.steers(c)))
                    .as(format)
                    .isEmpty();
            assertThat((outcome.out() + outcome.err()).lines())
                    .as(format)
                    .noneMatch(line -> line.startsWith("::error::y"));
        }
    }

    @Test
    void letsNoFileNameBeACommandOfARunner() {
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), false);

        new FindingsPrinter(terminal)
                .print(
                        List.of(Finding.of(
                                "rule",
                                Severity.NOTE,
                                "subject",
                                Location.startOf("::stop-commands::x.tf.json"),
                                "message",
                                "hint")),
                        Severity.NOTE);

        assertThat(err.toString()).startsWith("./::stop-commands::x.tf.json:1:1: note: message [rule]");
    }

    @Test
    void readsWhatWasThereBefore() throws IOException {
        Path main = file("main.tf.json", DELETABLE);
        Path before = file("before.tf.json", DELETABLE);

        assertThat(CommandOutcome.of("check", main, "--baseline", before).err()).contains("[user-pool-deletable]");
        assertThat(CommandOutcome.of("check", main, "--baseline", "src/test/resources/plans/rest.plan.json")
                        .err())
                .contains("[user-pool-deletable]");
        assertThat(CommandOutcome.of("check", main, "--baseline", folder.resolve("gone.json"))
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void explainsARule() throws IOException {
        CommandOutcome page = CommandOutcome.of("explain", "user-pool-deletable");

        assertThat(page.exit()).isZero();
        assertThat(page.out())
                .startsWith("# user-pool-deletable\n")
                .endsWith(Files.readString(
                        Path.of("src/main/resources/dev/tollgate/check/rule/user-pool-deletable.md"),
                        StandardCharsets.UTF_8));
        assertThat(CommandOutcome.of("explain", "unknown-scope").out()).contains("# unknown-scope");
        assertThat(CommandOutcome.of("explain", "user-pool-deletabel").err())
                .contains("did you mean `user-pool-deletable`?");
    }
}

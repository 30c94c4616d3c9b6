package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments in; exit code, standard output and standard error out. */
class TollgateTest {

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
    private Path project;

    private CommandOutcome runHere(String... args) {
        return CommandOutcome.of(Stream.concat(Stream.of(args), Stream.of("--project", project.toString()))
                .toList());
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve("environments").resolve(name);
        Files.createDirectories(project.resolve("environments"));
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "synth",
                "check",
                "explain",
                "validate",
                "plan",
                "deploy",
                "destroy",
                "output",
                "environments",
                "generate-completion",
                "init",
                "doctor",
                "diff",
                "graph",
                "explain",
                "generate-manual"
            })
    void helpsWithEveryCommand(String command) {
        CommandOutcome help = command.isEmpty() ? CommandOutcome.of("--help") : CommandOutcome.of(command, "--help");

        assertThat(help.exit()).isZero();
        Golden.hold(
                Path.of("src", "test", "resources", "cli", (command.isEmpty() ? "tollgate" : command) + ".txt"),
                help.out());
    }

    @Test
    void namesItsVersionAndWhatDecidesItsOutput() {
        assertThat(CommandOutcome.of("--version").out())
                .contains("tollgate 0.1.0")
                .contains("cdktf 0.19.2, AWS bindings 18.0.3");
    }

    @Test
    void completesForShells() {
        assertThat(CommandOutcome.of("generate-completion").out())
                .contains("_complete_tollgate")
                .contains("validate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                      | Missing command",
                "sinth                 | sinth",
                "synth --al            | --al",
                "synth --all -e dev    | cannot be combined",
                "validate --fail-on no | fail-on",
                "synth -e produ        | unknown environment `produ`",
                "plan --all --out p    | `--out`, `--var-file` and `--acknowledge` work with one environment",
                "deploy                | Missing required option: '--environment=NAME'",
                "deploy -e dev         | cannot ask for confirmation",
                "destroy -e dev        | cannot ask for confirmation",
                "deploy -e dev --pin abc --yes | `--pin` names a bundle, and there is none"
            })
    void refusesACommandLineThatIsWrong(String args, String said) {
        CommandOutcome outcome = args == null ? CommandOutcome.of() : CommandOutcome.of(List.of(args.split(" ", -1)));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan -e dev", "deploy -e dev --yes", "destroy -e dev --yes", "output -e dev"})
    void saysThatTerraformIsMissing(String args) {
        CommandOutcome outcome = CommandOutcome.of(List.of(args.split(" ", -1)));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("error: `terraform` is missing")
                .contains("hint: install Terraform 1.4.0 or later");
    }

    @Test
    void suggestsTheEnvironmentThatWasMeant() {
        assertThat(CommandOutcome.of("validate", "-e", "produ").err()).contains("hint: did you mean `prod`?");
    }

    @Test
    void listsTheProjectsEnvironments() {
        Golden.hold(
                Path.of("src", "test", "resources", "cli", "environments-table.txt"),
                CommandOutcome.of("environments").out());
    }

    @Test
    void listsThemForMachines() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(CommandOutcome.of("environments", "--json").out());

        assertThat(list).hasSize(11);
        assertThat(list.get(0).path("name").asText()).isEqualTo("auth");
    }

    @Test
    void listsWhatItCannotReadToo() throws IOException {
        write("good.tfvars", GOOD);
        write("broken.tfvars", "name = \n");

        CommandOutcome outcome = runHere("environments");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("broken  ?").contains("good    http");
        assertThat(outcome.err()).contains("with errors: broken");
    }

    @Test
    void findsNothingWrongWithTheProject() {
        CommandOutcome outcome = CommandOutcome.of("validate");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("11 environments: 0 errors, 0 warnings, 0 notes, ");
    }

    @Test
    void pointsAtEveryMistakeOfAFile() throws IOException {
        write(
                "bad.tfvars",
                GOOD.replace("region", "regon")
                        .replace("[\"api/all\"] }\n}", "[\"api/al\"] } }")
                        .replace(
                                "function = \"one\", scopes = [\"api/all\"]",
                                "function = \"one\", scopes = [\"api/al\"]"));

        CommandOutcome outcome = runHere("validate");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("environments/bad.tfvars:2:1: error: unknown key `regon` [unknown-key]")
                .contains("hint: did you mean `region`?")
                .contains("environments/bad.tfvars:8:55: error: route `GET /one` names the scope `api/al`")
                .contains("hint: did you mean `api/all`?");
    }

    @Test
    void failsOnLessWhenAskedTo() throws IOException {
        write("good.tfvars", GOOD.replace("functions = {", "functions = { two = { existing = \"two\" },"));

        assertThat(runHere("validate").exit()).isZero();
        assertThat(runHere("validate", "--fail-on", "note").exit()).isEqualTo(1);
        assertThat(runHere("validate", "--fail-on", "warning").exit()).isZero();
    }

    @Test
    void givesFindingsToMachines() throws IOException {
        write("bad.tfvars", GOOD.replace("eu-west-1", "here"));

        CommandOutcome outcome = runHere("validate", "--json");
        JsonNode finding =
                new ObjectMapper().readTree(outcome.out()).path("findings").path(0);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(finding.path("rule").asText()).isEqualTo("invalid-value");
        assertThat(finding.path("file").asText()).isEqualTo("environments/bad.tfvars");
        assertThat(finding.path("line").asInt()).isEqualTo(2);
    }

    @Test
    void putsCommonKeysUnderneath() throws IOException {
        write("common.tfvars", "region = \"eu-west-1\"\ntags = { team = \"library\" }\n");
        write("good.tfvars", GOOD.replace("region = \"eu-west-1\"\n", ""));

        assertThat(runHere("validate").exit()).isZero();
        assertThat(runHere("environments").out())
                .contains("good  http  eu-west-1")
                .doesNotContain("common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "validate --json", "environments", "environments --json", "synth"})
    void neverLetsAFileSteerTheTerminal(String command) throws IOException {
        String steering =
                "\\u001b[31mhere\\u0007\\u009b2J\\u202e\\U000e0001\\u2028\\nenvironments/x.tfvars:1:1: error: fake";
        write(
                "bad.tfvars",
                GOOD.replace("eu-west-1", steering).replace("function = \"one\"", "function = \"" + steering + "\"")
                        + "custom_domain = { zone = \"example.com\", api = \"" + steering + "\" }\n");

        CommandOutcome outcome = runHere(command.split(" ", -1));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out() + outcome.err()).containsIgnoringCase("\\u001b[31mhere\\u0007\\u009b2J\\u202e");
        assertThat((outcome.out() + outcome.err()).codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> List.of(
                                Character.CONTROL,
                                Character.FORMAT,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR)
                        .contains((byte) Character.getType(c)));
        assertThat(outcome.err().lines()).noneMatch(line -> line.startsWith("environments/x.tfvars"));
    }

    @Test
    void givesMachinesTheTextThatTheFileHas() throws IOException {
        write("bad.tfvars", GOOD.replace("eu-west-1", "\\u009b2J\\u202e\\U000e0001 ü🛒"));

        JsonNode list =
                new ObjectMapper().readTree(runHere("environments", "--json").out());

        assertThat(list.at("/0/region").asText()).isEqualTo("\u009b2J\u202e\udb40\udc01 ü🛒");
    }

    @Test
    void saysWhenThereIsNothingToRead() {
        CommandOutcome outcome = runHere("validate");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("there is no `environments` folder here");
    }

    @Test
    void callsABugABug() throws IOException {
        write("good.tfvars", GOOD);
        PrintWriter broken = new PrintWriter(new StringWriter()) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void println(String text) {
                throw new IllegalStateException("broken");
            }
        };
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(broken, new PrintWriter(err), Map.of(), false);

        int exit = new Tollgate(terminal).run("environments", "--project", project.toString());

        assertThat(exit).isEqualTo(70);
        assertThat(err.toString())
                .contains("bug: java.lang.IllegalStateException: broken")
                .contains("--stacktrace");
    }
}

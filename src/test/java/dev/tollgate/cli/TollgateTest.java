package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private record Outcome(int exit, String out, String err) {}

    private static Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = Terminal.of(new PrintWriter(out), new PrintWriter(err), Map.of(), false);
        int exit = new Tollgate(terminal).run(args);
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Outcome runHere(String... args) {
        return run(Stream.concat(Stream.of(args), Stream.of("--project", project.toString()))
                .toArray(String[]::new));
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
        Outcome help = command.isEmpty() ? run("--help") : run(command, "--help");

        assertThat(help.exit()).isZero();
        Golden.hold(
                Path.of("src", "test", "resources", "cli", (command.isEmpty() ? "tollgate" : command) + ".txt"),
                help.out());
    }

    @Test
    void namesItsVersionAndWhatDecidesItsOutput() {
        assertThat(run("--version").out()).contains("tollgate 0.1.0").contains("cdktf 0.19.2, AWS bindings 18.0.3");
    }

    @Test
    void completesForShells() {
        assertThat(run("generate-completion").out())
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
                "deploy -e dev --plan p --var-file f --yes | `--plan` and `--var-file` cannot be combined"
            })
    void refusesACommandLineThatIsWrong(String args, String said) {
        Outcome outcome = args == null ? run() : run(args.split(" ", -1));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan -e dev", "deploy -e dev --yes", "destroy -e dev --yes", "output -e dev"})
    void saysThatTerraformIsMissing(String args) {
        Outcome outcome = run(args.split(" ", -1));

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("error: `terraform` is missing")
                .contains("hint: install Terraform 1.4.0 or later");
    }

    @Test
    void suggestsTheEnvironmentThatWasMeant() {
        assertThat(run("validate", "-e", "produ").err()).contains("hint: did you mean `prod`?");
    }

    @Test
    void listsTheProjectsEnvironments() {
        Golden.hold(
                Path.of("src", "test", "resources", "cli", "environments-table.txt"),
                run("environments").out());
    }

    @Test
    void listsThemForMachines() throws IOException {
        JsonNode list =
                new ObjectMapper().readTree(run("environments", "--json").out());

        assertThat(list).hasSize(9);
        assertThat(list.get(0).path("name").asText()).isEqualTo("auth");
    }

    @Test
    void listsWhatItCannotReadToo() throws IOException {
        write("good.tfvars", GOOD);
        write("broken.tfvars", "name = \n");

        Outcome outcome = runHere("environments");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("broken  ?").contains("good    http");
        assertThat(outcome.err()).contains("with errors: broken");
    }

    @Test
    void findsNothingWrongWithTheProject() {
        Outcome outcome = run("validate");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("9 environments: 0 errors, 0 warnings, 0 notes, ");
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

        Outcome outcome = runHere("validate");

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

        Outcome outcome = runHere("validate", "--json");
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

        Outcome outcome = runHere(command.split(" ", -1));

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
        Outcome outcome = runHere("validate");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("there is no `environments` folder here");
    }

    @Test
    void synthesizesAndSaysWhatItMade() throws IOException {
        write("good.tfvars", GOOD);
        Outcome table = synthesize();
        JsonNode json = new ObjectMapper()
                .readTree(synthesize("--json").out())
                .path("environments")
                .path(0);

        assertThat(table.exit()).as(table.err()).isZero();
        assertThat(table.out()).contains("ENVIRONMENT").containsPattern("good +http +1 +12 ");
        assertThat(json.path("resources").asInt()).isEqualTo(12);
        assertThat(Path.of(json.path("file").asText())).isRegularFile();
    }

    @Test
    void makesAgainOnlyWhatHasChanged() throws IOException {
        write("changed.tfvars", GOOD);
        write("kept.tfvars", GOOD);
        synthesize();
        write("changed.tfvars", GOOD.replace("GET /one", "GET /two"));
        FileTime kept = made("kept");

        Outcome outcome = synthesize();

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("changed +http +1 +12 +\\d\\.\\d\\d s ")
                .containsPattern("kept +http +1 +12 +up to date ");
        assertThat(made("kept")).isEqualTo(kept);
        assertThat(Synthesis.json(project.resolve("out/stacks/changed/cdk.tf.json"))
                        .at("/resource/aws_apigatewayv2_route")
                        .fieldNames())
                .toIterable()
                .containsExactly("get_two");
    }

    @Test
    void makesEverythingAgainWhenForcedTo() throws IOException {
        write("good.tfvars", GOOD);
        synthesize();
        Map<String, String> before = contents(project.resolve("out"));

        Outcome outcome = synthesize("--force");

        assertThat(outcome.out()).doesNotContain("up to date");
        assertThat(contents(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void stillWarnsOfWhatIsUpToDate() throws IOException {
        write(
                "good.tfvars",
                GOOD.replace("[\"client_credentials\"]", "[\"implicit\"], callback_urls = [\"https://example.com/\"]"));
        Outcome first = synthesize();

        Outcome second = synthesize();
        JsonNode json = new ObjectMapper().readTree(synthesize("--json").out());

        assertThat(second.out()).contains("up to date");
        assertThat(second.err()).isEqualTo(first.err()).contains("warning: ");
        assertThat(json.at("/environments/0/up_to_date").asBoolean()).isTrue();
        assertThat(json.at("/environments/0/resources").asInt()).isPositive();
        assertThat(json.path("findings")).isNotEmpty();
    }

    private FileTime made(String environment) throws IOException {
        return Files.getLastModifiedTime(
                project.resolve("out/stacks").resolve(environment).resolve("cdk.tf.json"));
    }

    @Test
    void leavesThePreviousOutputAloneWhenAnEnvironmentIsWrong() throws IOException {
        write("good.tfvars", GOOD);
        synthesize();
        Map<String, String> before = contents(project.resolve("out"));
        write("good.tfvars", GOOD.replace("GET /one", "GET /two"));
        write("zbad.tfvars", GOOD.replace("eu-west-1", "nowhere"));

        Outcome outcome = synthesize();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("nothing was written");
        assertThat(contents(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void leavesThePreviousOutputAloneWhenSynthesisFails() throws IOException {
        write("good.tfvars", GOOD);
        synthesize();
        Map<String, String> before = contents(project.resolve("out"));
        Files.createDirectories(project.resolve("out/stacks/late/cdk.tf.json/in-the-way"));
        write("late.tfvars", GOOD);

        Outcome outcome = synthesize("-e", "late");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("the previous output is unchanged");
        assertThat(contents(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void keepsTheOtherStacksOfTheManifest() throws IOException {
        write("good.tfvars", GOOD);
        write("better.tfvars", GOOD);
        synthesize();
        synthesize("-e", "better");

        JsonNode manifest = Synthesis.json(project.resolve("out").resolve("manifest.json"));

        assertThat(manifest.path("stacks").fieldNames()).toIterable().containsExactly("better", "good");
    }

    @Test
    void saysWhenItCannotWrite() throws IOException {
        write("good.tfvars", GOOD);
        Files.writeString(project.resolve("out"), "in the way");

        Outcome outcome = synthesize();

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("cannot write");
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

    /** The CDKTF runtime takes one request at a time. */
    private Outcome synthesize(String... args) {
        return Synthesis.inTurn(() -> runHere(
                Stream.concat(Stream.of("synth", "--out", project.resolve("out").toString()), Stream.of(args))
                        .toArray(String[]::new)));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}

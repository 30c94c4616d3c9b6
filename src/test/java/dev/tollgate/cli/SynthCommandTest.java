package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tollgate synth} on the command line: what it makes again, and what it leaves alone. */
class SynthCommandTest {

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

    @Test
    void synthesizesAndSaysWhatItMade() throws IOException {
        write("good.tfvars", GOOD);
        CommandOutcome table = synthesize();
        JsonNode json = new ObjectMapper()
                .readTree(synthesize("--json").out())
                .path("environments")
                .path(0);

        assertThat(table.exit()).as(table.err()).isZero();
        assertThat(table.out()).contains("ENVIRONMENT").containsPattern("good +http +1 +13 ");
        assertThat(json.path("resources").asInt()).isEqualTo(13);
        assertThat(Path.of(json.path("file").asText())).isRegularFile();
    }

    @Test
    void makesAgainOnlyWhatHasChanged() throws IOException {
        write("changed.tfvars", GOOD);
        write("kept.tfvars", GOOD);
        synthesize();
        write("changed.tfvars", GOOD.replace("GET /one", "GET /two"));
        FileTime kept = made("kept");

        CommandOutcome outcome = synthesize();

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("changed +http +1 +13 +\\d\\.\\d\\d s ")
                .containsPattern("kept +http +1 +13 +up to date ");
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

        CommandOutcome outcome = synthesize("--force");

        assertThat(outcome.out()).doesNotContain("up to date");
        assertThat(contents(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void stillWarnsOfWhatIsUpToDate() throws IOException {
        write(
                "good.tfvars",
                GOOD.replace("[\"client_credentials\"]", "[\"implicit\"], callback_urls = [\"https://example.com/\"]"));
        CommandOutcome first = synthesize();

        CommandOutcome second = synthesize();
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

        CommandOutcome outcome = synthesize();

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

        CommandOutcome outcome = synthesize("-e", "late");

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

        CommandOutcome outcome = synthesize();

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("cannot write");
    }

    /** The CDKTF runtime takes one request at a time. */
    private CommandOutcome synthesize(String... args) {
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

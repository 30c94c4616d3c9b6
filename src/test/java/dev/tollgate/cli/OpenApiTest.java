package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Environment;
import dev.tollgate.pipeline.Judged;
import dev.tollgate.pipeline.Pipeline;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Variants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was emitted as an OpenAPI document: valid by somebody else's word, and the same API when it is read back. */
class OpenApiTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASES = Path.of("src", "test", "resources", "openapi", "written");

    @TempDir
    private Path project;

    private static String document(Path folder) {
        CommandOutcome outcome = CommandOutcome.of("openapi", "--dir", folder.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auth", "books", "dev", "echo", "example", "items", "prod", "quotes", "shop", "sms", "staging"})
    void writesTheDocumentOfEveryEnvironment(String environment) {
        Golden.hold(GOLDEN.resolve(environment).resolve("openapi.json"), document(GOLDEN.resolve(environment)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "http"})
    void writesWhatOthersBuilt(String kind) {
        Path folder = CASES.resolve(kind);

        CommandOutcome outcome = CommandOutcome.of("openapi", "--dir", folder.toString());

        Golden.hold(folder.resolve("openapi.json"), outcome.out());
        Golden.hold(folder.resolve("notes.txt"), outcome.err());
    }

    @Test
    void writesDocumentsThatAnIndependentValidatorTakes() throws Exception {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("npm");
        List<String> command = new ArrayList<>(List.of("src/test/openapi/validate"));
        try (Stream<Path> golden = Files.walk(GOLDEN);
                Stream<Path> cases = Files.walk(CASES)) {
            Stream.concat(golden, cases)
                    .filter(file -> file.endsWith("openapi.json"))
                    .sorted()
                    .forEach(file -> command.add(file.toString()));
        }
        assertThat(command).hasSizeGreaterThan(11);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void knowsThatTheValidatorCanSayNo() throws Exception {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("npm");
        Path wrong = project.resolve("openapi.json");
        Files.writeString(
                wrong,
                document(GOLDEN.resolve("dev"))
                        .replace("\"operationId\" : \"get_books\"", "\"operationId\" : \"get_health\""));
        Process process = new ProcessBuilder("src/test/openapi/validate", wrong.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("get_health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"books", "dev", "echo", "example", "items", "prod", "quotes", "shop", "sms", "staging"})
    void isTheSameApiWhenInitReadsItBack(String name) throws IOException {
        Environment environment = environment(Path.of(""), name);

        assertThat(readBack(document(GOLDEN.resolve(name)), environment)).isEqualTo(demands(environment));
    }

    @Test
    void takesAnyAndDefaultBack() throws IOException {
        Variants variants = Variants.in(project.resolve("variants"))
                .with("http", variant("http", "  \"$default\" = { function = \"f\" }\n"))
                .with("rest", variant("rest", "  \"ANY /\" = { function = \"f\" }\n"))
                .synthesized();

        for (String kind : List.of("http", "rest")) {
            Environment environment = environment(project.resolve("variants"), kind);
            assertThat(readBack(document(variants.folder(kind)), environment))
                    .as(kind)
                    .isEqualTo(demands(environment));
        }
    }

    @Test
    void makesNoMoreOfAnEditedDocumentThanItSays() throws IOException {
        String document = document(CASES.resolve("http"));
        ObjectNode edited = (ObjectNode) JSON.readTree(document);
        ((ObjectNode) edited.at("/paths/~1carts~1{cart}~1items~1{rest+}")).remove("delete");
        ((ObjectNode) edited.at("/paths/~1$default/post")).putArray("security");
        ((ObjectNode) edited.at("/paths/~1")).withObject("/get").put("x-tollgate-route", "ANY /somewhere/else");
        ((ObjectNode) edited.at("/paths/~1iam")).withObject("/get").put("x-tollgate-route", "$default");
        Environment http = environment(Path.of(""), "dev");

        SortedMap<String, String> back = readBack(edited.toString(), http);

        assertThat(back.keySet())
                .contains("GET /carts/{cart}/items/{rest+}", "GET /", "GET /iam", "$default")
                .doesNotContain("ANY /carts/{cart}/items/{rest+}", "DELETE /carts/{cart}/items/{rest+}")
                .noneMatch(key -> key.contains("somewhere"));
        assertThat(back).containsEntry("$default", "token").containsEntry("GET /", "anyone");
    }

    private static String variant(String kind, String more) {
        return """
                name     = "v"
                region   = "eu-west-1"
                api_type = "%s"
                user_pool        = { domain_prefix = "v-example" }
                resource_servers = { v = { scopes = { a = "A", b = "B" } } }
                clients = {
                  machine = { oauth_flows = ["client_credentials"], scopes = ["v/a", "v/b"] }
                  people  = { auth_flows = ["USER_PASSWORD", "REFRESH_TOKEN"] }
                }
                functions = { f = { existing = "there" } }
                routes = {
                  "ANY /things/{id}"    = { function = "f", scopes = ["v/a", "v/b"] }
                  "GET /things/{id}"    = { function = "f", anonymous = "a catalogue" }
                  "ANY /rest/{proxy+}"  = { function = "f" }
                  "OPTIONS /rest/asked" = { function = "f", scopes = ["v/b"] }
                %s}
                """.formatted(kind, more);
    }

    private SortedMap<String, String> readBack(String document, Environment environment) throws IOException {
        Path file = Files.writeString(project.resolve("document.json"), document);
        CommandOutcome outcome = CommandOutcome.of(
                "init",
                "back",
                "--kind",
                environment.kind().name().toLowerCase(Locale.ROOT),
                "--region",
                environment.region(),
                "--from-openapi",
                file.toString(),
                "--project",
                project.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        SortedMap<String, String> back = demands(environment(project, "back"));
        Files.delete(project.resolve("environments/back.tfvars"));
        return back;
    }

    private static Environment environment(Path project, String name) {
        Judged judged =
                new Pipeline(project, LocalDate.EPOCH).validate(List.of(name)).get(0);
        assertThat(judged.blocks()).as(judged.findings().toString()).isFalse();
        return judged.environment().orElseThrow();
    }

    /** What each route demands; the reason of an open one is for its reader. */
    private static SortedMap<String, String> demands(Environment environment) {
        SortedMap<String, String> demands = new TreeMap<>();
        environment
                .routes()
                .forEach(route -> demands.put(
                        route.key().toString(),
                        route.authorization() instanceof Authorization.Anonymous
                                ? "anyone"
                                : route.authorization() instanceof Authorization.Scoped scoped
                                        ? "token with one of "
                                                + scoped.scopes().stream()
                                                        .sorted()
                                                        .toList()
                                        : "token"));
        return demands;
    }

    @Test
    void writesToAFileAndNamesAnotherServer() throws IOException {
        Path out = project.resolve("openapi.json");

        CommandOutcome outcome = CommandOutcome.of(
                "openapi",
                "--dir",
                GOLDEN.resolve("prod").toString(),
                "--out",
                out.toString(),
                "--server",
                "http://127.0.0.1:8080/prod/");

        assertThat(outcome).isEqualTo(new CommandOutcome(0, "", ""));
        assertThat(Files.readString(out))
                .contains("\"url\" : \"http://127.0.0.1:8080/prod\"")
                .doesNotContain("api.example.com");
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(CommandOutcome.of("openapi", "--dir", GOLDEN.resolve("dev").toString(), "--server", "ftp://x")
                        .exit())
                .isEqualTo(2);
        assertThat(CommandOutcome.of("openapi", "--dir", GOLDEN.resolve("dev").toString(), "--out", "/nowhere/x")
                        .exit())
                .isEqualTo(3);
        assertThat(CommandOutcome.of("openapi", "-e", "nothing").err()).contains("run `tollgate synth -e nothing`");
    }
}

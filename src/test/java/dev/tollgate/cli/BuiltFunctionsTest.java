package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.model.FunctionCode;
import dev.tollgate.packaging.Builds;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions built by the tools that people use, without a network: packed, served and called with a token. */
class BuiltFunctionsTest {

    private static final Path SOURCES = Path.of("src", "test", "resources", "functions", "built");

    private static final String NPM =
            "npm install --offline --no-audit --no-fund --no-update-notifier && npm run build && npm prune --offline --omit=dev";
    private static final String PIP =
            "pip install --disable-pip-version-check --no-index --find-links wheels --no-compile --target . -r requirements.txt";
    private static final String JAVAC = "mkdir classes && javac --release 17 -d classes TollHandler.java";
    private static final String GCC = "gcc -O2 -D_GNU_SOURCE -o bootstrap bootstrap.c";

    @TempDir
    private static Path temp;

    private static Folder project;
    private static ServedTestStack served;
    private static String token;

    @BeforeAll
    static void buildAndServe() throws IOException, InterruptedException {
        List.of("npm", "pip", "javac", "gcc", "node", "python3").forEach(RequiredTool::orSkip);
        project = new Folder(temp);
        Folder.copy(SOURCES, temp.resolve("src"));
        wheel(temp.resolve("src/pip/wheels/greetings-1.0-py3-none-any.whl"));
        project.write("environments/built.tfvars", """
                name     = "built"
                region   = "eu-west-1"
                api_type = "http"
                user_pool        = { domain_prefix = "built-example" }
                resource_servers = { shop = { scopes = { buy = "Buy" } } }
                clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["shop/buy"] } }
                functions = {
                  npm  = { source = "src/npm", build = "NPM", handler = "index.handler", runtime = "nodejs22.x", timeout = 29 }
                  pip  = { source = "src/pip", build = "PIP", handler = "app.handler", runtime = "python3.12", timeout = 29 }
                  java = { source = "src/java", build = "JAVAC", output = "classes", handler = "TollHandler::handle", runtime = "java17", memory_size = 256, timeout = 29 }
                  c    = { source = "src/c", build = "GCC", output = "bootstrap", runtime = "provided.al2023", timeout = 29 }
                }
                routes = {
                  "GET /npm"  = { function = "npm", scopes = ["shop/buy"] }
                  "GET /pip"  = { function = "pip", scopes = ["shop/buy"] }
                  "GET /java" = { function = "java", scopes = ["shop/buy"] }
                  "GET /c"    = { function = "c", scopes = ["shop/buy"] }
                }
                """.replace("NPM", NPM)
                .replace("PIP", PIP)
                .replace("JAVAC", JAVAC)
                .replace("GCC", GCC));
        Synthesis.of(temp, temp.resolve("out"));
        served = ServedTestStack.at(temp.resolve("out/stacks/built"), temp.resolve("scratch"), System.getenv("HOME"));
        token = token();
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    /** A wheel as an index would have it. */
    private static void wheel(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, String> parts = Map.of(
                    "greetings.py",
                    """
                    def hello(name):
                        return "hello " + name
                    """,
                    "greetings-1.0.dist-info/METADATA",
                    """
                    Metadata-Version: 2.1
                    Name: greetings
                    Version: 1.0
                    """,
                    "greetings-1.0.dist-info/WHEEL",
                    """
                    Wheel-Version: 1.0
                    Generator: test
                    Root-Is-Purelib: true
                    Tag: py3-none-any
                    """,
                    "greetings-1.0.dist-info/RECORD",
                    """
                    greetings.py,,
                    greetings-1.0.dist-info/METADATA,,
                    greetings-1.0.dist-info/WHEEL,,
                    greetings-1.0.dist-info/RECORD,,
                    """);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String token() throws IOException, InterruptedException {
        LocalPool pool = served.gateway().pools().get(0);
        LocalClient client = pool.clients().get(0);
        String form = "grant_type=client_credentials&client_id=" + client.id() + "&client_secret="
                + client.secret().orElseThrow();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        served.address() + "/_tollgate/pools/" + pool.id() + "/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    @ParameterizedTest
    @CsvSource({"npm, 12.50 EUR", "pip, hello pip", "java, java 2.0", "c, c"})
    void answersWhoHasAToken(String function, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(served.address() + "/" + function));
        HttpResponse<String> refused = sent(request.build());
        HttpResponse<String> answered =
                sent(request.header("Authorization", "Bearer " + token).build());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).isEqualTo(body);
    }

    private static HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"npm", "pip", "java", "c"})
    void makesTheSameBytesOfTheSameSource(String function) throws IOException, InterruptedException {
        Path first = temp.resolve("out/stacks/built/functions/" + function + ".zip");
        Builds builds = new Builds(temp);
        FunctionCode.Built code = code(function);

        assertThat(builds.build(code, System.getenv()))
                .isInstanceOfSatisfying(
                        Builds.Made.class, made -> assertThat(made.differs()).isFalse());
        assertThat(builds.zip(code).orElseThrow()).hasSameBinaryContentAs(first);
    }

    private static FunctionCode.Built code(String function) {
        return switch (function) {
            case "npm" -> new FunctionCode.Built("src/npm", NPM, ".");
            case "pip" -> new FunctionCode.Built("src/pip", PIP, ".");
            case "java" -> new FunctionCode.Built("src/java", JAVAC, "classes");
            default -> new FunctionCode.Built("src/c", GCC, "bootstrap");
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npm  | index.ts | const price | const id: string = 1; const price | index.ts: error TS2322",
                "pip  | requirements.txt  | ==1.0        | ==2.0                          | No matching distribution found for greetings==2.0",
                "java | TollHandler.java      | Map.of(      | Map.off(                       | TollHandler.java:7: error: cannot find symbol",
                "c    | bootstrap.c       | exit(1);     | exit(1)                        | error: expected"
            })
    void saysWhyABrokenOneIsNotBuilt(String function, String file, String from, String to, String why)
            throws IOException, InterruptedException {
        Folder broken = project.copyTo(Files.createDirectory(temp.resolve("broken-" + function)));
        broken.replace("src/" + function + "/" + file, from, to);

        assertThat(new Builds(broken.path()).build(code(function), System.getenv()))
                .isInstanceOfSatisfying(Builds.Failed.class, failed -> assertThat(failed.output())
                        .contains(why));
    }
}

package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tollgate serve --watch} follows the sources of functions while people call them. */
class WatchedSourcesTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final String ENVIRONMENT = """
            name     = "watched"
            region   = "eu-west-1"
            api_type = "http"
            user_pool        = { domain_prefix = "watched-example" }
            resource_servers = { shop = { scopes = { buy = "Buy" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["shop/buy"] } }
            functions = {
              plain = { source = "src/plain", handler = "index.handler", runtime = "nodejs22.x" }
              built = { source = "src/built", build = "sh build.sh", output = "out", handler = "index.handler", runtime = "nodejs22.x" }
              renamed = { source = "src/renamed", handler = "index.handler", runtime = "nodejs22.x" }
              layered = { source = "src/layered", handler = "index.handler", runtime = "nodejs22.x", layers = ["shared"] }
              other = { source = "src/other", build = "echo other >> FOLDER/ran", handler = "index.handler", runtime = "nodejs22.x" }
            }
            layers = { shared = { source = "src/shared" } }
            routes = {
              "GET /layered" = { function = "layered", anonymous = "test" }
              "GET /renamed" = { function = "renamed", anonymous = "test" }
              "GET /plain" = { function = "plain", anonymous = "test" }
              "GET /built" = { function = "built", scopes = ["shop/buy"] }
              "GET /other" = { function = "other", anonymous = "test" }
            }
            """;

    private static final String WAITING = """
            import { existsSync, writeFileSync } from 'node:fs';
            export const handler = async event => {
              if (event.queryStringParameters?.wait) {
                writeFileSync('FOLDER/waits', '');
                while (!existsSync('FOLDER/go')) await new Promise(resolve => setTimeout(resolve, 5));
              }
              return { statusCode: 200, body: 'first' };
            };
            """;

    private static final String SHARED = "src/shared/nodejs/node_modules/shared/index.js";

    private static final String BUILD = """
            echo built >> FOLDER/ran
            grep -q 'export' index.src || { echo 'index.src(1): nothing is exported'; exit 2; }
            mkdir out; cp index.src out/index.mjs
            """;

    @TempDir
    private static Path temp;

    private static Folder project;
    private static Process process;
    private static URI address;

    @BeforeAll
    static void serve() throws IOException {
        RequiredTool.orSkip("node");
        project = new Folder(temp);
        project.write("environments/watched.tfvars", here(ENVIRONMENT));
        project.write("src/plain/index.mjs", here(WAITING));
        project.write("src/built/index.src", answering("first"));
        project.write("src/built/build.sh", here(BUILD));
        project.write("src/other/index.mjs", answering("other"));
        project.write(
                "src/layered/index.js",
                "const name = require('shared'); exports.handler = async () => ({ statusCode: 200, body: name });\n");
        project.write(SHARED, "module.exports = 'first';\n");
        project.write("src/renamed/index.mjs", answering("first"));
        Path launcher = Launcher.shared();
        Synthesis.of(temp, temp.resolve("out"));
        process = new ProcessBuilder(
                        launcher.toString(), "serve", "-e", "watched", "--stacks", "out", "--port", "0", "--watch")
                .directory(temp.toFile())
                .redirectError(temp.resolve("said").toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("console: ")) {
                address = URI.create(line.substring(9).replace("/_tollgate/", ""));
                return;
            }
        }
        throw new AssertionError(said());
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    private static String here(String text) {
        return text.replace("FOLDER", temp.toString());
    }

    private static String answering(String text) {
        return "export const handler = async () => ({ statusCode: 200, body: '" + text + "' });\n";
    }

    private static String said() throws IOException {
        return Files.readString(temp.resolve("said"));
    }

    private static long runs(String build) throws IOException {
        return Files.readString(temp.resolve("ran"))
                .lines()
                .filter(build::equals)
                .count();
    }

    private static CompletableFuture<HttpResponse<String>> asked(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String path, String token) {
        return asked(path, token).join().body();
    }

    private static void await(BooleanSupplier fact) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).as(said()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Test
    void packsAgainAndAnswersWhatIsUnderwayWithTheFormerCode() throws IOException {
        try (InputStream events =
                address.resolve("/_tollgate/events").toURL().openConnection().getInputStream()) {
            CompletableFuture<HttpResponse<String>> underway = asked("/plain?wait=1", "");
            await(() -> Files.exists(temp.resolve("waits")));

            project.write("src/plain/index.mjs", answering("second"));
            await(() -> get("/plain", "").equals("second"));

            assertThat(underway).isNotDone();
            project.write("go", "");
            assertThat(underway.join().body()).isEqualTo("first");
            assertThat(told(events)).as("open pages are told").contains("event: state");
        }
    }

    /** What {@code events} says until it tells of the state. */
    private static String told(InputStream events) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null && !all.toString().contains("event: state"); ) {
            all.append(line).append('\n');
            line = lines.readLine();
        }
        return all.toString();
    }

    @Test
    void buildsTheChangedFunctionAloneAndKeepsTokens() throws IOException {
        String token = token();
        assertThat(get("/built", token)).isEqualTo("first");
        long built = runs("built");

        project.write("src/built/index.src", answering("second"));
        await(() -> get("/built", token).equals("second"));

        assertThat(runs("built")).isEqualTo(built + 1);
        assertThat(runs("other")).isEqualTo(1);
        assertThat(said())
                .containsPattern("built function `built` in \\d+\\.\\d s: 1 KB")
                .contains("function `built` is served with its new code");

        project.write("src/built/index.src", "const nothing = 1;\n");
        await(() -> contains("function `built` is served with its former code"));
        assertThat(said())
                .contains(
                        "index.src(1): nothing is exported\n",
                        "error: the build of function `built` ended with exit 2");
        assertThat(get("/built", token)).isEqualTo("second");

        project.write("src/built/index.src", answering("first"));
        await(() -> get("/built", token).equals("first"));
        assertThat(runs("built")).as("what was built before is there still").isEqualTo(built + 2);
    }

    @Test
    void servesFunctionsWithWhatIsNewInTheirLayers() throws IOException {
        assertThat(get("/layered", "")).isEqualTo("first");

        project.write(SHARED, "module.exports = 'second';\n");
        await(() -> get("/layered", "").equals("second"));

        assertThat(said()).contains("layer `shared` is served with its new code");
    }

    @Test
    void saysWhatASynthWouldRefuseOfWhatIsServed() throws IOException {
        project.write("src/renamed/index.mjs", answering("second").replace("handler", "handle"));
        await(() -> contains("it is served all the same; `tollgate synth` refuses it until that is fixed"));

        assertThat(said())
                .contains("function `renamed` is served with its new code")
                .containsPattern(
                        "environments/watched.tfvars:\\d+:\\d+: error: `src/renamed/index.mjs` has no `handler`, which"
                                + " handler `index.handler` names \\[function-source-missing]");
    }

    private static boolean contains(String text) {
        try {
            return said().contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token() throws IOException {
        return Run.of(
                        temp,
                        Map.of(),
                        List.of(
                                Launcher.shared().toString(),
                                "token",
                                "-e",
                                "watched",
                                "--client",
                                "machine",
                                "--stacks",
                                "out",
                                "--target",
                                address.toString()))
                .succeeded()
                .output()
                .strip();
    }
}

package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web shop among the examples, in a real browser: its page has an origin of its own. */
class WebShopTest {

    private static final Path EXAMPLE = Path.of("examples", "web-shop");
    private static final Path ENVIRONMENT = Path.of("environments", "shop.tfvars");
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "js", "text/javascript");

    @TempDir
    private Path folder;

    /** Nobody is let in to it but people, and smoke brings its own. */
    @Test
    void leavesNoRouteUntried() throws Exception {
        RequiredTool.orSkip("node");
        Path stacks = synthesized(URI.create("http://localhost:5173/"));

        CommandOutcome outcome = CommandOutcome.of(
                Map.of("PATH", System.getenv("PATH"), "HOME", "/nowhere"),
                terminal -> terminal,
                List.of("smoke", "-e", "shop", "--project", folder, "--stacks", stacks));

        assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("GET /orders +client web +let in +200 +ok");
        assertThat(outcome.err()).doesNotContain("nobody was let in to");
    }

    @Test
    void isDrawnWithItsPeople() throws IOException {
        Path stacks = synthesized(URI.create("http://localhost:5173/"));

        CommandOutcome outcome = CommandOutcome.of(
                Map.of(), terminal -> terminal, List.of("graph", "--dir", stacks.resolve("stacks/shop")));

        assertThat(outcome.out())
                .contains("people", "sign in by email", "group staff", "identity provider", "Google")
                .contains("pre token generation");
    }

    @Test
    void signsUpCallsTheApiAndSignsOut() throws Exception {
        RequiredTool.orSkip("node");
        Path chromium = RequiredTool.orSkip("chromium");
        RequiredTool.orSkip("npm");
        HttpServer app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI home = URI.create("http://localhost:" + app.getAddress().getPort() + "/");
        Path stacks = synthesized(home);
        try (ServedTestStack served = new ServedTestStack(
                stacks.resolve("stacks/shop"), folder.resolve("scratch"), List.of(), Optional.empty())) {
            LocalPool pool = served.gateway().pools().get(0);
            String config = "export const config = { domain: '" + LocalSite.pool(served.address(), pool.id())
                    + "', client: '" + pool.clients().get(0).id() + "', api: '" + served.address() + "' };";
            app.createContext("/", exchange -> answer(folder, exchange, config));
            app.createContext(
                    "/mail",
                    exchange -> send(
                            exchange,
                            "text/plain",
                            String.valueOf(served.mails().peekFirst()).getBytes(StandardCharsets.UTF_8)));
            app.start();

            URI orders = URI.create(served.address() + "/orders");
            JsonNode seen = driven(home, LocalSite.pool(served.address(), pool.id()), orders, chromium);

            assertThat(seen.path("errors")).isEmpty();
            assertThat(seen.path("page").asText()).isEqualTo("Sign in");
            assertThat(seen.path("who").asText()).isEqualTo("eve@shop.example is signed in.");
            assertThat(seen.path("address").asText())
                    .as("no code stays in the address")
                    .isEqualTo(home.toString());
            assertThat(seen.path("after").asText()).isEqualTo("Sign in");
            assertThat(seen.path("without").asInt()).isEqualTo(401);
            assertThat(seen.path("before"))
                    .as("pool, API")
                    .extracting(JsonNode::asInt)
                    .containsExactly(200, 200);
            assertThat(seen.path("revoked"))
                    .as("API Gateway looks at signatures alone")
                    .extracting(JsonNode::asInt)
                    .containsExactly(401, 200);
            assertThat(seen.path("answers")).extracting(JsonNode::asText).satisfies(answers -> {
                assertThat(answers.get(0)).isEqualTo("Sign in first.");
                assertThat(answers.get(1)).contains("200", "\"discount\":\"0\"");
                assertThat(answers.get(2)).isEqualTo("refreshed");
                assertThat(answers.get(3)).contains("200");
                assertThat(answers.get(4)).isEqualTo("Sign in first.");
            });
        } finally {
            app.stop(0);
        }
    }

    /** The example, whose page is at {@code home}, synthesized. */
    private Path synthesized(URI home) throws IOException {
        List<Path> all = new ArrayList<>(List.of(ENVIRONMENT));
        for (Path part : List.of(EXAMPLE, Path.of("lambdas", "claims"), Path.of("lambdas", "orders"))) {
            try (Stream<Path> files = Files.walk(part)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        for (Path file : all) {
            Path to = Files.createDirectories(folder.resolve(file).getParent()).resolve(file.getFileName());
            Files.writeString(to, Files.readString(file).replace("localhost:5173", "localhost:" + home.getPort()));
        }
        Synthesis.of(folder, folder.resolve("out"));
        return folder.resolve("out");
    }

    private static void answer(Path folder, HttpExchange exchange, String config) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        String known = name.isEmpty() ? "index.html" : name;
        Path file = folder.resolve(EXAMPLE).resolve("app").resolve(known);
        boolean found = known.matches("[a-z.]+") && Files.isRegularFile(file);
        byte[] body = found
                ? known.equals("config.js") ? config.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(file)
                : new byte[0];
        if (!found) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        send(exchange, TYPES.getOrDefault(known.substring(known.lastIndexOf('.') + 1), "text/plain"), body);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static JsonNode driven(URI app, URI pool, URI api, Path chromium) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "src/test/console/drive", app.toString(), pool.toString(), api.toString(), chromium.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DRIVE", "shop");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return new ObjectMapper().readTree(said);
    }
}

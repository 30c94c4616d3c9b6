package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console of what is served: in a real browser, and as somebody would misuse it. */
class ConsoleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PICTURES = Path.of("docs", "pictures");

    private static final String SHOP = """
            name     = "shop"
            region   = "eu-west-1"
            api_type = "http"
            user_pool        = { domain_prefix = "shop-example" }
            resource_servers = { shop = { scopes = { buy = "Buy", sell = "Sell" } } }
            clients = {
              buyer  = { oauth_flows = ["client_credentials"], scopes = ["shop/buy"] }
              seller = { oauth_flows = ["client_credentials"], scopes = ["shop/sell"] }
              both   = { oauth_flows = ["client_credentials"], scopes = ["shop/buy", "shop/sell"] }
              web    = { oauth_flows = ["code"], scopes = ["openid", "shop/buy"], callback_urls = ["https://shop.example.com/in"] }
            }
            functions = { echo = { source = "src/echo", handler = "index.handler", runtime = "nodejs22.x" } }
            routes = {
              "GET /orders"      = { function = "echo", scopes = ["shop/sell"] }
              "POST /orders"     = { function = "echo", scopes = ["shop/buy"] }
              "GET /orders/{id}" = { function = "echo", scopes = ["shop/buy", "shop/sell"] }
              "GET /health"      = { function = "echo", anonymous = "probe of the load balancer" }
            }
            """;

    private static final String ECHO = """
            export const handler = async event => ({
              statusCode: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ route: event.routeKey, client: event.requestContext.authorizer?.jwt?.claims?.client_id, own: event.headers['x-own'] }),
            });
            """;

    @TempDir
    private static Path project;

    private static ServedTestStack served;

    @BeforeAll
    static void serve() throws IOException {
        RequiredTool.orSkip("node");
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/echo"));
        Files.writeString(project.resolve("src/echo/index.mjs"), ECHO);
        Files.writeString(project.resolve("environments/shop.tfvars"), SHOP);
        Synthesis.of(project, project.resolve("out"));
        served = new ServedTestStack(project.resolve("out/stacks/shop"), project.resolve("scratch"));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void refusesGivesATokenAndLetsInInARealBrowser() throws Exception {
        Path chromium = RequiredTool.orSkip("chromium");
        RequiredTool.orSkip("npm");
        List<String> command = new ArrayList<>(
                List.of("src/test/console/drive", served.address().toString(), chromium.toString()));
        if (Boolean.getBoolean("golden")) {
            command.add(Files.createDirectories(PICTURES).toAbsolutePath().toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        JsonNode seen = JSON.readTree(said);
        assertThat(seen.path("errors")).as("errors").isEmpty();
        assertThat(seen.path("elsewhere"))
                .as("requests that leave this machine")
                .isEmpty();
        assertThat(seen.path("widths")).hasSize(4).allSatisfy(width -> {
            assertThat(width.path("at").asText()).endsWith("/_tollgate/");
            assertThat(width.path("statuses")).extracting(JsonNode::asInt).containsExactly(401, 403, 200);
            assertThat(width.path("routes"))
                    .extracting(JsonNode::asText)
                    .contains("GET /orders", "GET /orders/{id}", "POST /orders", "GET /health");
            assertThat(width.path("secrets").asBoolean()).isFalse();
            assertThat(width.path("overflows").asBoolean()).isFalse();
        });
        assertThat(seen.at("/widths/0/reasons"))
                .extracting(JsonNode::asText)
                .anyMatch(reason -> reason.contains("scope"))
                .anyMatch(reason -> reason.contains("no token"));
        assertThat(seen.path("people")).extracting(JsonNode::asText).containsExactly("somebody");
        assertThat(seen.path("signedIn")).extracting(JsonNode::asText).containsExactly("403", "401", "200");
        assertThat(seen.at("/claims/username").asText()).isEqualTo("somebody");
        assertThat(seen.at("/claims/scope").asText()).contains("shop/buy");
        assertThat(seen.path("idToken").asText()).isEqualTo("id");
        assertThat(seen.path("swagger")).extracting(JsonNode::asText).contains("/orders", "/health", "/orders/{id}");
        assertThat(seen.path("client").asText()).as("a name, not an id").isEqualTo("shop-both");
        assertThat(seen.path("authorized").asBoolean()).isTrue();
        assertThat(seen.path("dark").asText()).doesNotContain("255, 255, 255");
        holdsWhatEverybodyCanUse(seen);
        holdsTheDetails(seen);
    }

    /** https://github.com/dequelabs/axe-core; and who has no mouse gets as far. */
    private static void holdsWhatEverybodyCanUse(JsonNode seen) {
        assertThat(seen.path("axe")).hasSize(4).allSatisfy(page -> assertThat(page.path("violations"))
                .as(page.toString())
                .noneMatch(one -> List.of("critical", "serious")
                        .contains(one.path("impact").asText())));
        assertThat(seen.at("/keyboard/statuses")).extracting(JsonNode::asInt).containsExactly(401, 200);
        assertThat(seen.at("/keyboard/unseen"))
                .as("stops without a visible focus")
                .isEmpty();
        assertThat(seen.at("/keyboard/curl").asText())
                .startsWith("curl -i -X GET '" + served.address() + "/orders' -H 'Authorization: Bearer eyJ");
        assertThat(seen.path("twice")).as("buttons of one name").isEmpty();
    }

    private static void holdsTheDetails(JsonNode seen) {
        assertThat(seen.path("linked")).extracting(JsonNode::asText).containsExactly("GET /health");
        assertThat(seen.path("scope").asText()).isEqualTo("shop/buy");
        assertThat(seen.path("pasted")).extracting(JsonNode::asInt).containsExactly(200, 403);
        assertThat(seen.path("times").asText()).contains("issued ", "expires ", "min)");
        assertThat(seen.path("formatted").asText())
                .contains("\n\n{\n  \"route\": \"GET /health\",\n  \"own\": \"from the page\"\n}");
        assertThat(seen.path("filtered"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("GET /orders", "GET /orders/{id}");
        assertThat(seen.path("missing").asText()).as("a 404 is not green").isEqualTo("status out");
    }

    /** A page that stays open shows the new routes by itself, keeps its token, and says when nobody is there. */
    @Test
    @SuppressWarnings("try") // the server goes while the page is open
    void followsTheStackAndTheServer() throws Exception {
        Path chromium = RequiredTool.orSkip("chromium");
        RequiredTool.orSkip("npm");
        Path stack = project.resolve("out/stacks/shop");
        try (ServedTestStack own = new ServedTestStack(stack, project.resolve("own"))) {
            ProcessBuilder builder = new ProcessBuilder(
                            "src/test/console/drive", own.address().toString(), chromium.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("DRIVE", "gone");
            Process process = builder.start();
            try (BufferedReader said = process.inputReader();
                    BufferedWriter steps = process.outputWriter()) {
                JsonNode first = JSON.readTree(said.readLine());
                Path changed = Files.createDirectories(project.resolve("changed"));
                Files.writeString(
                        changed.resolve("cdk.tf.json"),
                        Files.readString(stack.resolve("cdk.tf.json")).replace("GET /health", "GET /alive"));
                Files.createDirectories(changed.resolve("functions"));
                Files.copy(stack.resolve("functions/echo.zip"), changed.resolve("functions/echo.zip"));
                own.reload(changed, project.resolve("own2"));
                next(steps);
                JsonNode second = JSON.readTree(said.readLine());
                own.close();
                next(steps);
                JsonNode third = JSON.readTree(said.readLine());
                next(steps);

                assertThat(first.path("connection").asText()).isEqualTo("live");
                assertThat(first.path("routes")).extracting(JsonNode::asText).contains("GET /health");
                assertThat(second.path("routes"))
                        .extracting(JsonNode::asText)
                        .contains("GET /alive")
                        .doesNotContain("GET /health");
                assertThat(second.path("token")).isEqualTo(first.path("token"));
                assertThat(third.path("connection").asText()).contains("the server does not answer");
                assertThat(third.path("routes")).isEqualTo(second.path("routes"));
                assertThat(process.waitFor()).isZero();
            }
        }
    }

    private static void next(BufferedWriter steps) throws IOException {
        steps.write("\n");
        steps.flush();
    }

    @Test
    void tellsPagesOfRequestsAsTheyHappenAndNobodyElse() throws Exception {
        HttpResponse<InputStream> events = HttpClient.newHttpClient()
                .send(request("/_tollgate/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo(":");
            assertThat(get("/told-of").statusCode()).isEqualTo(404);
            String line = lines.readLine();
            while (!line.contains("/told-of")) {
                line = lines.readLine();
            }
            assertThat(JSON.readTree(line.substring("data: ".length()))
                            .path("status")
                            .asInt())
                    .isEqualTo(404);
        }
        assertThat(send(request("/_tollgate/events").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(RawHttp.get(served.address(), "/_tollgate/events", "evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void holdsPicturesThatAreSmall() throws IOException {
        for (String name :
                List.of("console-wide.png", "console-wide-dark.png", "console-narrow.png", "console-narrow-dark.png")) {
            assertThat(Files.size(PICTURES.resolve(name))).as(name).isLessThan(200_000);
        }
    }

    @Test
    void tellsNoSecret() throws Exception {
        String state = get("/_tollgate/state").body();

        assertThat(state).contains("shop-buyer", "shop/sell", "GET /orders");
        served.gateway().pools().get(0).clients().forEach(client -> assertThat(state)
                .doesNotContain(client.secret().orElse(ServedTestStack.SOMEBODY.password())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "console.js",
                "page.js",
                "tokens.js",
                "routes.js",
                "console.css",
                "icon.svg",
                "swagger",
                "swagger.js",
                "swagger-ui.css"
            })
    void servesItsFilesUnderAPolicy(String name) throws Exception {
        HttpResponse<String> answer = get("/_tollgate/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self';"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../tollgate.properties",
                "..%2f..%2ftollgate.properties",
                "%2e%2e/tollgate.properties",
                "swagger-ui-es-bundle.js",
                "index.html.",
                "token"
            })
    void servesNothingElse(String name) throws Exception {
        assertThat(get("/_tollgate/" + name).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void leavesTheApisOwnAnswerAtTheDoorToPrograms() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(send(request("/").header("Accept", "text/html")).statusCode())
                .isEqualTo(302);
        assertThat(send(request("/orders").header("Accept", "text/html")).statusCode())
                .isEqualTo(401);
    }

    /** A page of another site, and a name that was made to lead here, may do nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://evil.example | application/json | same-origin",
                "null                | application/json | same-origin",
                "SITE                | application/json | cross-site",
                "SITE                | text/plain       | same-origin",
                "                    | application/json | same-origin"
            })
    void givesNoTokenToOthers(String origin, String type, String site) throws Exception {
        HttpRequest.Builder request = request("/_tollgate/token")
                .header("Content-Type", type)
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString("{\"client\":\"" + client() + "\"}"));
        if (origin != null) {
            request.header("Origin", origin.equals("SITE") ? served.address().toString() : origin);
        }

        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("eyJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client\":\"CLIENT\"}",
                "{\"client\":\"nobody\"}",
                "{\"client\":7}",
                "[]",
                "",
                "\"",
                "{\"client\":\"CLIENT\",\"user\":\"a\",\"password\":\"b\"}",
                "{\"client\":\"CLIENT\",\"scopes\":[\"shop/buy\"]}",
                "{\"client\":\"CLIENT\",\"scopes\":[\"shop/sell\"]}",
                "{\"client\":\"CLIENT\",\"scopes\":7}",
                "{\"client\":\"CLIENT\",\"scopes\":[{}, null, \"&scope=shop/sell\"]}",
                "{\"client\":\"CLIENT\",\"as\":\"somebody\"}",
                "{\"client\":\"WEB\",\"as\":\"somebody\"}",
                "{\"client\":\"WEB\",\"as\":\"nobody\"}",
                "{\"client\":\"WEB\",\"as\":7}"
            })
    void answersWhateverItsOwnPageAsks(String body) throws Exception {
        HttpResponse<String> answer = send(request("/_tollgate/token")
                .header("Content-Type", "application/json")
                .header("Origin", served.address().toString())
                .POST(HttpRequest.BodyPublishers.ofString(
                        body.replace("CLIENT", client()).replace("WEB", client("shop-web")))));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(JSON.readTree(answer.body()).has(answer.statusCode() == 200 ? "token" : "message"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""})
    void tellsNothingToANameThatLeadsHere(String host) throws Exception {
        for (String path : List.of("/_tollgate/state", "/_tollgate/requests", "/_tollgate/")) {
            assertThat(RawHttp.get(served.address(), path, host)).as(path).doesNotStartWith("HTTP/1.1 200");
        }
    }

    private static String client() {
        return client("shop-buyer");
    }

    private static String client(String name) {
        return served.gateway().pools().get(0).clients().stream()
                .map(LocalClient::id)
                .filter(id -> served.gateway().clientName(id).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(served.address() + path));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.signin.SignInAs;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack is read again while people use it. */
class ReloadTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final String ENVIRONMENT = """
            name     = "reload"
            region   = "eu-west-1"
            api_type = "http"
            user_pool        = { domain_prefix = "reload-example" }
            resource_servers = { shop = { scopes = { buy = "Buy" } } }
            clients = {
              web = { oauth_flows = ["code"], scopes = ["openid", "shop/buy"], callback_urls = ["https://shop.example.com/in"] }
            }
            functions = { api = { source = "src/api", handler = "index.handler", runtime = "nodejs22.x", timeout = 29 } }
            routes = {
              "GET /orders" = { function = "api", scopes = ["shop/buy"] }
              "GET /wait"   = { function = "api", anonymous = "to be waited for" }
            }
            """;

    private static final String HANDLER = """
            import { existsSync, writeFileSync } from 'node:fs';
            export const handler = async event => {
              if (event.rawPath === '/wait') {
                writeFileSync('FOLDER/waits', '');
                while (!existsSync('FOLDER/go')) await new Promise(resolve => setTimeout(resolve, 5));
              }
              return { statusCode: 200, body: 'VERSION' };
            };
            """;

    @TempDir
    private Path project;

    @BeforeEach
    void prepare() throws IOException {
        RequiredTool.orSkip("node");
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/api"));
        synthesize(ENVIRONMENT, "first");
    }

    private void synthesize(String environment, String version) throws IOException {
        Files.writeString(project.resolve("environments/reload.tfvars"), environment);
        Files.writeString(
                project.resolve("src/api/index.mjs"),
                HANDLER.replace("FOLDER", project.toString()).replace("VERSION", version));
        Synthesis.of(project, project.resolve("out"));
    }

    private Path stack() {
        return project.resolve("out/stacks/reload");
    }

    private static HttpRequest request(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return token.isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + token).build();
    }

    private static HttpResponse<String> get(URI address, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(address, token), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + PATIENCE;
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Test
    void answersWhatIsUnderwayAndKeepsTokensAndKeys() throws Exception {
        try (ServedTestStack served = new ServedTestStack(stack(), project.resolve("scratch"))) {
            URI orders = URI.create(served.address() + "/orders");
            URI news = URI.create(served.address() + "/news");
            var pool = served.gateway().pools().get(0);
            SignInAs.Outcome outcome = served.gateway()
                    .pool(pool.id())
                    .orElseThrow()
                    .signInAs()
                    .in(pool.clients().get(0), "somebody");
            String token = outcome.pair().orElseThrow().access();
            URI keys = URI.create(
                    served.address() + "/_tollgate/pools/" + pool.id() + "/" + pool.id() + "/.well-known/jwks.json");
            String before = get(keys, "").body();
            assertThat(get(orders, token).body()).isEqualTo("first");
            CompletableFuture<HttpResponse<String>> underway = HttpClient.newHttpClient()
                    .sendAsync(
                            request(URI.create(served.address() + "/wait"), ""), HttpResponse.BodyHandlers.ofString());
            await(() -> Files.exists(project.resolve("waits")));

            synthesize(
                    ENVIRONMENT.replace(
                            "\"GET /wait\"",
                            "\"GET /news\" = { function = \"api\", scopes = [\"shop/buy\"] }\n  \"GET /wait\""),
                    "second");
            served.reload(stack(), project.resolve("scratch2"));

            assertThat(get(orders, token).body()).isEqualTo("second");
            assertThat(get(news, token).statusCode()).isEqualTo(200);
            assertThat(get(news, "").statusCode()).isEqualTo(401);
            assertThat(get(keys, "").body()).isEqualTo(before);
            assertThat(underway).isNotDone();
            Files.writeString(project.resolve("go"), "");
            assertThat(underway.join().body()).isEqualTo("first");
            await(() -> !Files.exists(project.resolve("scratch/reload-api-0/code")));
        }
    }

    /** Somebody signs in on the pool's pages, the stack is read again, and the code that they were given is good. */
    @Test
    void keepsSignInsThatAreHalfWay() throws Exception {
        try (ServedTestStack served = new ServedTestStack(stack(), project.resolve("scratch"))) {
            var pool = served.gateway().pools().get(0);
            var client = pool.clients().get(0);
            String base = served.address() + "/_tollgate/pools/" + pool.id();
            String asked =
                    "client_id=" + client.id() + "&response_type=code&redirect_uri=https%3A%2F%2Fshop.example.com%2Fin";
            HttpResponse<String> page = get(URI.create(base + "/login?" + asked), "");
            served.reload(stack(), project.resolve("scratch2"));
            HttpResponse<String> signedIn = HttpClient.newHttpClient()
                    .send(
                            form(
                                    base + "/login?" + asked,
                                    page,
                                    Map.of("username", "somebody", "password", ServedTestStack.SOMEBODY.password())),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
            String code =
                    signedIn.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
            served.reload(stack(), project.resolve("scratch3"));

            HttpResponse<String> token = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=authorization_code&client_id=" + client.id() + "&code=" + code
                                                    + "&redirect_uri=https%3A%2F%2Fshop.example.com%2Fin"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
            assertThat(new ObjectMapper()
                            .readTree(token.body())
                            .path("access_token")
                            .asText())
                    .isNotEmpty();
        }
    }

    /** The form of {@code page}, filled in, with what the page set. */
    private static HttpRequest form(String address, HttpResponse<String> page, Map<String, String> fields) {
        TreeMap<String, String> all = new TreeMap<>(fields);
        var hidden = java.util.regex.Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
                .append('&'));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", URI.create(address).resolve("/").toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        String cookies = String.join(
                "; ",
                page.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
        return cookies.isEmpty()
                ? request.build()
                : request.header("Cookie", cookies).build();
    }
}

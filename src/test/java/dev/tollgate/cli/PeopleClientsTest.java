package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.gateway.site.LocalCertificate;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that applications sign people in with, over what is served by TLS, with nothing but their documented
 * options.
 */
class PeopleClientsTest {

    private static final LocalUser ADA =
            new LocalUser("ada@shop.example", "Correct-Horse-1", new TreeMap<>(), List.of("staff"));

    private static final String SHOP = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "http"
            user_pool = {
              domain_prefix = "shop-example"
              sign_in       = ["email"]
              groups        = { staff = { precedence = 1 } }
            }
            clients = {
              web = {
                oauth_flows   = ["code"]
                scopes        = ["openid", "email", "profile", "aws.cognito.signin.user.admin"]
                callback_urls = ["http://localhost:5173/in", "http://localhost:PORT/"]
                logout_urls   = ["http://localhost:5173/out", "http://localhost:PORT/"]
                auth_flows    = ["USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN"]
              }
            }
            functions = { me = { source = "src/me", handler = "index.handler", runtime = "nodejs22.x" } }
            routes    = { "GET /me" = { function = "me" } }
            cors      = { allow_origins = ["http://localhost:PORT"], allow_methods = ["GET"], allow_headers = ["authorization"] }
            """;

    private static final String ME = """
            export const handler = async event => event.requestContext.authorizer.jwt.claims;
            """;

    @TempDir
    private static Path project;

    private static LocalCertificate certificate;
    private static ServedTestStack served;
    private static HttpServer app;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        RequiredTool.orSkip("node");
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/me"));
        Files.writeString(project.resolve("src/me/index.mjs"), ME);
        app = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        String port = String.valueOf(app.getAddress().getPort());
        Files.writeString(project.resolve("environments/shop.tfvars"), SHOP.replace("PORT", port));
        Synthesis.of(project, project.resolve("out"));
        certificate = LocalCertificate.in(project.resolve("kept"), "127.0.0.1", Clock.systemUTC());
        served = new ServedTestStack(
                project.resolve("out/stacks/shop"), project.resolve("scratch"), List.of(ADA), Optional.of(certificate));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
            app.stop(0);
        }
    }

    @Test
    void signPeopleInAndCallTheApi() throws Exception {
        RequiredTool.orSkip("npm");
        LocalPool pool = served.gateway().pools().get(0);
        LocalClient web = pool.clients().get(0);
        ProcessBuilder builder = new ProcessBuilder(
                "src/test/signin/sign-in",
                served.address().toString(),
                pool.id(),
                web.id(),
                served.address() + "/me",
                ADA.name(),
                ADA.password());
        builder.environment().put("NODE_EXTRA_CA_CERTS", certificate.pem().toString());
        String said = said(builder);

        JsonNode seen = new ObjectMapper().readTree(said);
        assertThat(seen.properties()).hasSize(7).allSatisfy(client -> {
            assertThat(client.getValue().path("email").asText())
                    .as(client.getKey() + ": " + client.getValue())
                    .isEqualTo(ADA.name());
            assertThat(client.getValue().path("statuses"))
                    .as(client.getKey())
                    .extracting(JsonNode::asInt)
                    .containsExactly(401, 200);
        });
        assertThat(seen.at("/openid-client/revoked").asText()).isEqualTo("invalid_grant");
        assertThat(seen.at("/openid-client/out").asText()).isEqualTo("http://localhost:5173/out");
        assertThat(seen.at("/aws-sdk/challenge").asText()).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(seen.at("/aws-sdk/status").asText()).isEqualTo("CONFIRMED");
        assertThat(seen.at("/aws-sdk/refused").asText()).isEqualTo("Incorrect username or password.");
    }

    /** In a real browser, as Amplify needs one to send people to the pool's pages. */
    @Test
    void sendPeopleToThePoolsPagesAndBack() throws Exception {
        RequiredTool.orSkip("npm");
        Path chromium = RequiredTool.orSkip("chromium");
        LocalPool pool = served.gateway().pools().get(0);
        String home = "http://localhost:" + app.getAddress().getPort() + "/";
        Path page = project.resolve("page.js");
        said(new ProcessBuilder("src/test/signin/bundle", page.toAbsolutePath().toString()));
        Map<String, String> settings = Map.of(
                "pool",
                pool.id(),
                "client",
                pool.clients().get(0).id(),
                "domain",
                served.address().getAuthority()
                        + LocalSite.pool(served.address(), pool.id()).getPath(),
                "home",
                home);
        show("/", "text/html", "<!doctype html><title>shop</title><body><script type=module src=/page.js></script>");
        show("/page.js", "text/javascript", Files.readString(page));
        show("/settings.json", "application/json", new ObjectMapper().writeValueAsString(settings));
        app.start();

        ProcessBuilder driver = new ProcessBuilder(
                "src/test/console/drive",
                home,
                served.address() + "/me",
                chromium.toString(),
                ADA.name(),
                ADA.password());
        driver.environment().put("DRIVE", "hosted");
        JsonNode seen = new ObjectMapper().readTree(said(driver));

        assertThat(seen.path("errors")).isEmpty();
        assertThat(seen.path("before").asText()).isEmpty();
        assertThat(seen.path("page").asText()).isEqualTo("Sign in");
        assertThat(seen.path("email").asText()).isEqualTo(ADA.name());
        assertThat(seen.path("refreshed").asBoolean()).isTrue();
        assertThat(seen.path("status").asInt()).isEqualTo(200);
        assertThat(seen.path("address").asText()).isEqualTo(home);
        assertThat(seen.path("after").asText()).isEmpty();
    }

    private static void show(String path, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        app.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** What a program prints that ends well. */
    private static String said(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of people: by a proof of their password, and from a browser. */
class PeopleTokenTest {

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
            resource_servers = { shop = { scopes = { buy = "Order and pay" } } }
            clients = {
              web    = { oauth_flows = ["code"], scopes = ["openid", "shop/buy"], callback_urls = ["http://localhost:PORT/in"] }
              remote = { oauth_flows = ["code"], scopes = ["openid", "shop/buy"], callback_urls = ["https://shop.example.com/in"] }
              app    = { auth_flows = ["USER_SRP"], secret = true }
            }
            functions = { me = { source = "src/me", handler = "index.handler", runtime = "nodejs22.x" } }
            routes    = { "GET /me" = { function = "me", scopes = ["shop/buy"] } }
            """;

    @TempDir
    private static Path project;

    private static ServedTestStack served;
    private static int port;

    @BeforeAll
    static void serve() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/me"));
        Files.writeString(project.resolve("src/me/index.mjs"), "export const handler = async () => ({});\n");
        Files.writeString(project.resolve("environments/shop.tfvars"), SHOP.replace("PORT", String.valueOf(port)));
        Synthesis.of(project, project.resolve("out"));
        served = new ServedTestStack(
                project.resolve("out/stacks/shop"), project.resolve("scratch"), List.of(ADA), Optional.empty());
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    private static CommandOutcome token(Map<String, String> environment, String... more) {
        List<Object> args = new ArrayList<>(
                List.of("token", "--dir", project.resolve("out/stacks/shop"), "--target", served.address()));
        args.addAll(Arrays.asList(more));
        return CommandOutcome.of(environment, terminal -> terminal, args);
    }

    /** The claims of the one line on standard output. */
    private static Claims claims(CommandOutcome outcome) {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).hasLineCount(1);
        return ((Jwt.Decoded) Jwt.read(outcome.out().strip())).claims();
    }

    /** A program that does with an address what a person in a browser does. */
    private static Map<String, String> browser(String password) throws IOException {
        RequiredTool.orSkip("node");
        Path program = project.resolve("browser-" + password);
        Files.writeString(
                program, """
                #!/bin/sh
                exec node --input-type=module -e "
                  const { signIn } = await import('file://%s');
                  await fetch(await signIn(process.argv[1], '%s', '%s'));" "$1"
                """.formatted(Path.of("src/test/signin/browser.js").toAbsolutePath(), ADA.name(), password));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Map.of("BROWSER", program.toString(), "PATH", System.getenv("PATH"));
    }

    @Test
    void provesThePasswordAndNeverSendsIt() {
        CommandOutcome outcome =
                token(Map.of("TOLLGATE_PASSWORD", ADA.password()), "--client", "app", "--user", ADA.name());

        assertThat(claims(outcome).scopes()).containsExactly("aws.cognito.signin.user.admin");
        CommandOutcome wrong = token(Map.of("TOLLGATE_PASSWORD", "wrong"), "--client", "app", "--user", ADA.name());
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("unknown, or the password is wrong");
    }

    @Test
    void opensABrowserAndWaitsForTheCode() throws IOException {
        CommandOutcome outcome = token(browser(ADA.password()), "--client", "web");

        assertThat(outcome.err()).startsWith("sign in at " + served.address() + "/_tollgate/pools/");
        Claims claims = claims(outcome);
        assertThat(claims.scopes()).containsExactlyInAnyOrder("openid", "shop/buy");
        assertThat(claims.texts("cognito:groups")).containsExactly("staff");
        assertThat(claims(token(browser(ADA.password()), "--client", "web", "--scope", "shop/buy"))
                        .scopes())
                .containsExactly("shop/buy");
        assertThat(claims(token(browser(ADA.password()), "--client", "web", "--id-token"))
                        .text("email"))
                .contains(ADA.name());
    }

    @Test
    void saysWhereNobodyCanComeBackTo() throws IOException {
        CommandOutcome remote = token(Map.of(), "--client", "remote");

        assertThat(remote.exit()).isEqualTo(3);
        assertThat(remote.err())
                .contains("client `remote` has no callback address on this machine", "`callback_urls`", "--user NAME");
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(token(Map.of(), "--client", "web").err())
                    .contains("something else listens at each callback address of client `web`");
        }
    }
}

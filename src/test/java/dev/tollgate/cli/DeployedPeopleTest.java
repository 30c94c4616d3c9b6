package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.site.LocalCertificate;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of people from what Terraform says is deployed. In the place of the hosted domain stands a pool that is served
 * with TLS: where it is, and what client and pool are called, is in the outputs alone.
 */
class DeployedPeopleTest {

    private static final LocalUser ADA =
            new LocalUser("ada@shop.example", "Correct-Horse-1", new TreeMap<>(), List.of("staff"));

    private static final String SHOP = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "http"
            user_pool = { domain_prefix = "shop-example", sign_in = ["email"], groups = { staff = { precedence = 1 } } }
            clients   = {
              web = { oauth_flows = ["code"], scopes = ["openid", "email"], callback_urls = ["https://shop.example.com/in", "http://localhost:PORT/in"] }
              app = { auth_flows = ["USER_SRP"], secret = true }
            }
            functions = { me = { source = "src/me", handler = "index.handler", runtime = "nodejs22.x" } }
            routes    = { "GET /me" = { function = "me" } }
            """;

    @TempDir
    private static Path project;

    private static LocalCertificate certificate;
    private static ServedTestStack served;
    private static LocalPool pool;
    private static int port;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        RequiredTool.orSkip("terraform");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(project.resolve("environments"));
        Files.createDirectories(project.resolve("src/me"));
        Files.writeString(project.resolve("src/me/index.mjs"), "export const handler = async () => ({});\n");
        Files.writeString(project.resolve("environments/shop.tfvars"), SHOP.replace("PORT", String.valueOf(port)));
        Synthesis.of(project, project.resolve("out"));
        Path stack = project.resolve("out/stacks/shop");
        certificate = LocalCertificate.in(project.resolve("keep"), "127.0.0.1", Clock.systemUTC());
        served = new ServedTestStack(stack, project.resolve("scratch"), List.of(ADA), Optional.of(certificate));
        pool = served.gateway().pools().get(0);
        deployed("served", LocalSite.pool(served.address(), pool.id()).toString());
        deployed("hosted", "https://shop-example.auth.eu-west-1.amazoncognito.com");
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    /** What an apply would have left in {@code folder}, with a domain at {@code domain}. */
    private static void deployed(String folder, String domain) throws IOException {
        new DeployedState(project.resolve(folder), "shop", project.resolve("out/stacks/shop/cdk.tf.json"))
                .deploy(Map.of(
                        "token_endpoint", domain + "/oauth2/token",
                        "issuer", LocalSite.pool(served.address(), pool.id()) + "/" + pool.id(),
                        "user_pool_id", pool.id(),
                        "client_ids", Map.of("web", web().id(), "app", app().id()),
                        "client_secrets", Map.of("app", app().secret().orElseThrow())));
    }

    private static LocalClient web() {
        return client(client -> client.oauthFlows().contains("code"));
    }

    private static LocalClient app() {
        return client(client -> client.secret().isPresent());
    }

    private static LocalClient client(Predicate<LocalClient> meant) {
        return pool.clients().stream().filter(meant).findFirst().orElseThrow();
    }

    private static CommandOutcome token(String folder, Map<String, String> more, String... args) {
        String config = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_CLI_CONFIG_FILE", Files.isRegularFile(Path.of(config)) ? config : "/dev/null");
        List<Object> all = new ArrayList<>(List.of(
                "token",
                "-e",
                "shop",
                "--stacks",
                project.resolve(folder),
                "--target",
                "deployed",
                "--ca",
                certificate.pem()));
        all.addAll(Arrays.asList(args));
        return CommandOutcome.of(environment, terminal -> terminal, all);
    }

    /** The claims of the one line on standard output. */
    private static Claims claims(CommandOutcome outcome) {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).hasLineCount(1);
        return ((Jwt.Decoded) Jwt.read(outcome.out().strip())).claims();
    }

    private static Map<String, String> browser(String name, String program) throws IOException {
        RequiredTool.orSkip("node");
        Path file = Files.writeString(project.resolve(name), "#!/bin/sh\n" + program);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return Map.of("BROWSER", file.toString());
    }

    @Test
    void opensABrowserAtTheDomainAndTakesTheCodeToItsTokenEndpoint() throws IOException {
        Map<String, String> browser = browser("signs-in", """
                NODE_EXTRA_CA_CERTS='%s' exec node --input-type=module -e "
                  const { signIn } = await import('file://%s');
                  await fetch(await signIn(process.argv[1], '%s', '%s'));" "$1"
                """.formatted(
                certificate.pem(), Path.of("src/test/signin/browser.js").toAbsolutePath(), ADA.name(), ADA.password()));

        CommandOutcome outcome = token("served", browser, "--client", "web");

        assertThat(outcome.err())
                .startsWith("sign in at " + LocalSite.pool(served.address(), pool.id()) + "/oauth2/authorize?");
        assertThat(claims(outcome).text("client_id")).contains(web().id());
        assertThat(claims(token("served", browser, "--client", "web", "--id-token"))
                        .texts("cognito:groups"))
                .containsExactly("staff");
    }

    /** What a hosted domain needs to see: no more can be shown without one. */
    @Test
    void sendsAHostedDomainWhatItNeeds() throws IOException {
        Map<String, String> browser = browser("goes-back", """
                exec node --input-type=module -e "
                  const query = new URL(process.argv[1]).searchParams;
                  await fetch(query.get('redirect_uri') + '?error=access_denied&state=' + query.get('state'));" "$1"
                """);

        CommandOutcome outcome = token("hosted", browser, "--client", "web", "--scope", "openid");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("the sign-in page answered `access_denied`");
        String address = outcome.err().lines().findFirst().orElseThrow().replace("sign in at ", "");
        URI uri = URI.create(address);
        assertThat(uri.getHost()).isEqualTo("shop-example.auth.eu-west-1.amazoncognito.com");
        assertThat(uri.getPath()).isEqualTo("/oauth2/authorize");
        assertThat(uri.getRawQuery())
                .matches("client_id=" + web().id()
                        + "&code_challenge=[A-Za-z0-9_-]{43}&code_challenge_method=S256"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A" + port
                        + "%2Fin&response_type=code&scope=openid&state=[A-Za-z0-9_-]{24,}");
    }

    @Test
    void provesAPasswordToTheIssuersHost() {
        CommandOutcome outcome =
                token("hosted", Map.of("TOLLGATE_PASSWORD", ADA.password()), "--client", "app", "--user", ADA.name());

        assertThat(claims(outcome).scopes()).containsExactly("aws.cognito.signin.user.admin");
        CommandOutcome wrong =
                token("hosted", Map.of("TOLLGATE_PASSWORD", "wrong"), "--client", "app", "--user", ADA.name());
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("unknown, or the password is wrong");
    }

    @Test
    void sendsNoPasswordUnencryptedToWhereAVariableSays() {
        CommandOutcome outcome = token(
                "hosted",
                Map.of(
                        "TOLLGATE_PASSWORD",
                        ADA.password(),
                        "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                        "http://cognito.example.com"),
                "--client",
                "app",
                "--user",
                ADA.name());

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("`AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` is neither an https URL nor on this machine");
    }
}

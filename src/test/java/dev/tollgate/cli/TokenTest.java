package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens from a pool that is really served, and from what Terraform says is deployed. */
class TokenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @TempDir
    private Path folder;

    /** The claims of the one line on standard output. */
    private static Claims claims(CommandOutcome outcome) {
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("\n").hasLineCount(1);
        return ((Jwt.Decoded) Jwt.read(outcome.out().strip())).claims();
    }

    private static CommandOutcome run(Map<String, String> environment, String piped, List<String> args) {
        return CommandOutcome.of(
                environment,
                terminal -> terminal.reading(new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8))),
                args);
    }

    private static CommandOutcome token(String environment, URI site, String... more) {
        List<String> args =
                new ArrayList<>(List.of("token", "--dir", stack(environment).toString(), "--target", site.toString()));
        args.addAll(Arrays.asList(more));
        return run(Map.of(), "", args);
    }

    /** The same folder for every command: what is served is called after it, too. */
    private static Path stack(String environment) {
        return environment.equals("dev") ? Synthesis.stackFolder("dev") : GOLDEN.resolve(environment);
    }

    private ServedTestStack dev() {
        return new ServedTestStack(stack("dev"), folder.resolve("scratch"));
    }

    private ServedTestStack example() {
        return new ServedTestStack(stack("example"), folder.resolve("scratch"));
    }

    @Test
    void getsATokenThatOpensItsClientsRoutesAndNoOthers() throws Exception {
        try (ServedTestStack served = dev()) {
            CommandOutcome outcome = token("dev", served.address(), "--client", "reader");

            assertThat(claims(outcome).scopes()).containsExactly("books/read");
            assertThat(status(served.address() + "/books", "")).isEqualTo(401);
            assertThat(status(served.address() + "/books", outcome.out().strip()))
                    .isNotIn(401, 403);
            assertThat(status(served.address() + "/book/x", outcome.out().strip(), "DELETE"))
                    .isEqualTo(403);
        }
    }

    @Test
    void asksForTheScopesItIsTold() {
        try (ServedTestStack served = dev()) {
            assertThat(claims(token("dev", served.address(), "--client", "editor"))
                            .scopes())
                    .containsExactlyInAnyOrder("books/read", "books/write");
            assertThat(claims(token("dev", served.address(), "--client", "editor", "--scope", "books/write"))
                            .scopes())
                    .containsExactly("books/write");
            assertThat(claims(token(
                                    "dev",
                                    served.address(),
                                    "--client",
                                    "books-dev-editor",
                                    "--scope",
                                    "books/write",
                                    "--scope",
                                    "books/read"))
                            .scopes())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev     | --client reader --scope books/write | `invalid_scope`: client `reader` may not have `books/write`"
                        + " | it has `books/read`; ask for one of these",
                "dev     | --client reader --user somebody     | client `reader` takes neither `USER_SRP_AUTH` nor `USER_PASSWORD_AUTH`"
                        + " | add `USER_SRP` to `auth_flows` of the client, or leave `--user` out",
                "example | --client external                   | client `external` | people sign in to it: `--user NAME`",
                "example | --client external --user nobody     | `nobody` cannot sign in to client `external`"
                        + " | `tollgate serve` has the users of `--user` and `--users`",
                "example | --client external --user somebody   | `somebody` cannot sign in to client `external`"
                        + " | `tollgate serve` has the users of `--user` and `--users`"
            })
    void saysWhyThereIsNoneAndWhatHelps(String environment, String args, String message, String hint) {
        try (ServedTestStack served = environment.equals("dev") ? dev() : example()) {
            List<String> all = new ArrayList<>(List.of(
                    "token",
                    "--dir",
                    stack(environment).toString(),
                    "--target",
                    served.address().toString()));
            all.addAll(Arrays.asList(args.split(" ", -1)));

            CommandOutcome outcome = run(Map.of("TOLLGATE_PASSWORD", "a wrong secret word"), "", all);

            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("error: ", message, "hint: ", hint)
                    .doesNotContain("a wrong secret word");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev     | --client nobody                       | 2 | use one of `editor`, `reader`",
                "auth    | --client nobody                       | 2 | the stack has no app clients",
                "dev     | --client reader --id-token            | 2 | add `--user NAME`",
                "dev     | --client reader --user x --scope y    | 2 | cannot be combined",
                "example | --client external --user somebody     | 2 | set `TOLLGATE_PASSWORD`",
                "dev     | --client reader --target ftp://x      | 2 | is not a target",
                "dev     | --client reader --target http://books | 2 | use an https URL, or one on 127.0.0.1",
                "dev     | --client reader --target deployed     | 2 | add `-e NAME`"
            })
    void saysWhatIsWrongWithItsArguments(String environment, String args, int exit, String said) {
        List<String> all =
                new ArrayList<>(List.of("token", "--dir", stack(environment).toString()));
        all.addAll(Arrays.asList(args.split(" ", -1)));

        CommandOutcome outcome = run(Map.of(), "", all);

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
        assertThat(outcome.err()).contains(said);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        CommandOutcome outcome = token("dev", URI.create("http://127.0.0.1:" + port), "--client", "reader");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("no answer from", "tollgate serve");
    }

    @Test
    void signsSomebodyInWithoutTheirPasswordOnTheCommandLine() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), ServedTestStack.SOMEBODY.password() + "\n");
        try (ServedTestStack served = example()) {
            List<String> args = List.of(
                    "token",
                    "--dir",
                    GOLDEN.resolve("example").toString(),
                    "--target",
                    served.address().toString(),
                    "--client",
                    "external",
                    "--user",
                    "somebody");
            CommandOutcome variable = run(Map.of("TOLLGATE_PASSWORD", ServedTestStack.SOMEBODY.password()), "", args);
            CommandOutcome fromFile = run(Map.of(), "", with(args, "--password-file", file.toString()));
            CommandOutcome piped = run(
                    Map.of(),
                    ServedTestStack.SOMEBODY.password() + "\r\n",
                    with(args, "--password-file", "-", "--id-token"));

            assertThat(claims(variable).text("token_use")).contains("access");
            assertThat(claims(fromFile).text("username")).contains("somebody");
            assertThat(claims(piped).text("token_use")).contains("id");
        }
    }

    private static List<String> with(List<String> args, String... more) {
        List<String> all = new ArrayList<>(args);
        all.addAll(Arrays.asList(more));
        return all;
    }

    @Test
    void repeatsNothingOfWhatAHostileEndpointSendsBack() throws IOException {
        HttpServer hostile = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> answers = new ArrayList<>();
        hostile.createContext("/", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    + exchange.getRequestHeaders().getFirst("Authorization");
            answers.add(sent);
            String body =
                    switch (answers.size()) {
                        case 1 -> "{\"error\":\"" + sent.replace("\"", "") + "\"}";
                        case 2 -> "{\"access_token\":\"a\\u001b[31mb\\nc\"}";
                        case 3 -> "<html>" + sent;
                        default -> "{".repeat(100_000);
                    };
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.size() == 3 ? 302 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        hostile.start();
        try {
            URI site = URI.create("http://127.0.0.1:" + hostile.getAddress().getPort());
            for (int i = 0; i < 4; i++) {
                CommandOutcome outcome = token("dev", site, "--client", "reader");
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
                assertThat(outcome.out()).isEmpty();
                assertThat(outcome.err()).contains("and no token").doesNotContain("Basic", "grant_type", "\u001b");
            }
        } finally {
            hostile.stop(0);
        }
    }

    @Test
    void getsADeployedTokenWithWhatTerraformPutOut() throws IOException {
        RequiredTool.orSkip("terraform");
        try (ServedTestStack served = dev()) {
            deploy(served, "reader-secret-of-aws");
            CommandOutcome wrong = deployed("reader");
            deploy(served, secret(served, "reader"));
            CommandOutcome right = deployed("reader");

            assertThat(claims(right).scopes()).containsExactly("books/read");
            assertThat(wrong.exit()).as(wrong.err()).isEqualTo(1);
            assertThat(wrong.err())
                    .contains("`invalid_client`: the pool has no client `reader` with this id and secret")
                    .doesNotContain("reader-secret-of-aws");
            assertThat(deployed("editor").err()).contains("client `editor` is not deployed");
            assertThat(withTerraform(right.out(), "decode").out())
                    .contains("signature not checked: `iss` is not an issuer that the routes trust")
                    .contains("amazonaws.com/eu-west-1_Deployed`")
                    .doesNotContain("the scope books/read");
        }
    }

    @Test
    void saysWhatIsNotDeployed() throws IOException {
        RequiredTool.orSkip("terraform");
        stack();

        CommandOutcome outcome = deployed("reader");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("`dev` is not deployed", "tollgate deploy -e dev");
    }

    private CommandOutcome deployed(String client) {
        return withTerraform("", "token", "--client", client);
    }

    private CommandOutcome withTerraform(String piped, String command, String... more) {
        String config = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_CLI_CONFIG_FILE", Files.isRegularFile(Path.of(config)) ? config : "/dev/null");
        List<String> args = List.of(command, "-e", "dev", "--stacks", folder.toString(), "--target", "deployed");
        return run(environment, piped, with(args, more));
    }

    private DeployedState stack() throws IOException {
        return new DeployedState(folder, "dev", GOLDEN.resolve("dev").resolve("cdk.tf.json"));
    }

    /** Writes a state as an apply would have left it, of a pool that is served here. */
    private void deploy(ServedTestStack served, String secret) throws IOException {
        LocalPool pool = served.gateway().pools().get(0);
        URI base = LocalSite.pool(served.address(), pool.id());
        stack().deploy(Map.of(
                "token_endpoint",
                base + "/oauth2/token",
                "issuer",
                base + "/" + pool.id(),
                "user_pool_id",
                "eu-west-1_Deployed",
                "client_ids",
                Map.of("reader", id(served, "reader")),
                "client_secrets",
                Map.of("reader", secret)));
    }

    private static String id(ServedTestStack served, String client) {
        return claims(token("dev", served.address(), "--client", client))
                .text("client_id")
                .orElseThrow();
    }

    private static String secret(ServedTestStack served, String client) {
        return served.gateway()
                .pools()
                .get(0)
                .client(id(served, client))
                .orElseThrow()
                .secret()
                .orElseThrow();
    }

    @Test
    void isFoundWhereTheOpenApiDocumentOfWhatIsServedSays() throws Exception {
        try (ServedTestStack served = dev()) {
            JsonNode document = served.gateway().document(served.address()).json();
            String tokenUrl = document.at("/components/securitySchemes/cognito/flows/clientCredentials/tokenUrl")
                    .asText();
            String server = document.at("/servers/0/url").asText();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(tokenUrl))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                            + id(served, "reader") + "&client_secret=" + secret(served, "reader")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            String token = JSON.readTree(answer.body()).path("access_token").asText();

            assertThat(status(server + "/health", "")).isNotIn(401, 403, 404);
            assertThat(status(server + "/books", token)).isNotIn(401, 403, 404);
        }
    }

    private static int status(String url, String token, String... method) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method.length == 0 ? "GET" : method[0], HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.gateway.site.LocalSite;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix against an API that runs elsewhere: here one that is served, with a state that says where. */
class RunningSmokeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** What smoke is asked about. */
    private String environment = "dev";

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void canRun() {
        RequiredTool.orSkip("terraform");
        RequiredTool.orSkip("python3");
    }

    @Test
    void asksWhatTerraformSaysIsDeployedWithSafeMethodsOnly() throws IOException {
        try (ServedTestStack served = served(stack -> {})) {
            deploy(served);

            Outcome outcome = smoke(
                    "--target",
                    "deployed",
                    "--rate",
                    "1000",
                    "--junit",
                    folder.resolve("j.xml").toString());

            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains(
                            "GET /books",
                            "no token",
                            "garbage",
                            "tampered",
                            "foreign keys",
                            "unsigned",
                            "client editor")
                    .contains("OPTIONS /books")
                    .doesNotContain("WRONG", "POST /book", "DELETE");
            assertThat(outcome.err())
                    .contains("not tested: expired, not yet valid")
                    .contains("left out: 3 routes whose method may change something");
            assertThat(outcome.out() + outcome.err() + Files.readString(folder.resolve("j.xml")))
                    .doesNotContain(secrets(served));
        }
    }

    @Test
    void asksWithEveryMethodWhereThatIsWanted() throws IOException {
        try (ServedTestStack served = served(stack -> {})) {
            deploy(served);

            Outcome outcome = smoke("--target", "deployed", "--all-methods", "--rate", "1000");

            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out())
                    .contains("DELETE /book/{book_id}", "POST /book")
                    .doesNotContain("WRONG");
        }
    }

    @Test
    void asksWhatIsServedAtAnAddress() throws IOException {
        try (ServedTestStack served = served(stack -> {})) {
            new DeployedState(folder, "dev", emitted());

            Outcome outcome = smoke("--target", served.address().toString(), "--rate", "1000");

            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out()).contains("client reader").doesNotContain("WRONG");
        }
    }

    @Test
    void seesThatAScopeWasDroppedWhereItRuns() throws IOException {
        try (ServedTestStack served =
                served(stack -> ((ObjectNode) stack.at("/resource/aws_apigatewayv2_route/get_books"))
                        .putArray("authorization_scopes")
                        .add("books/write"))) {
            deploy(served);

            Outcome outcome = smoke("--target", "deployed", "--rate", "1000");

            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.out()).containsPattern("GET /books +client reader +let in +403 +WRONG");
        }
    }

    /** A route that nobody asks for is in no matrix, and a plan does not see what was changed in a document. */
    @Test
    void seesWhatSomebodyChangedAtAws() throws IOException {
        environment = "staging";
        String books = cognito("GET", "books/read");
        String health = method("GET", "NONE", "") + ", " + PREFLIGHT;
        String book = cognito("GET", "books/read") + ", " + cognito("PATCH", "books/write") + ", "
                + cognito("DELETE", "books/write");
        try (ServedTestStack served = served(stack -> {})) {
            deploy(served);
            aws(
                    path("/books", books + ", " + PREFLIGHT),
                    path("/book", cognito("POST", "books/write") + ", " + PREFLIGHT),
                    path("/book/{id}", book + ", " + PREFLIGHT),
                    path("/health", health));

            Outcome same = smoke("--target", "deployed", "--rate", "1000");

            assertThat(same.exit()).as(same.out() + same.err()).isZero();

            aws(
                    path(
                            "/books",
                            books.replace("books/read", "books/write") + ", " + method("DELETE", "NONE", "") + ", "
                                    + PREFLIGHT),
                    path("/book", PREFLIGHT),
                    path("/book/{book_id}", book + ", " + PREFLIGHT),
                    path("/health", health));

            Outcome changed = smoke("--target", "deployed", "--rate", "1000");

            assertThat(changed.exit()).isEqualTo(1);
            assertThat(changed.err())
                    .contains(
                            "error: API Gateway demands COGNITO_USER_POOLS books/write of `GET /books`, and the"
                                    + " environment file COGNITO_USER_POOLS books/read",
                            "error: API Gateway has `DELETE /books` (NONE), and the environment file does not",
                            "error: API Gateway has no `POST /book`, which the environment file has");

            Files.writeString(
                    folder.resolve("bin/aws"), "#!/bin/sh\necho 'Unable to locate credentials' >&2\nexit 253\n");

            Outcome blind = smoke("--target", "deployed", "--rate", "1000");

            assertThat(blind.exit()).as(blind.err()).isZero();
            assertThat(blind.err())
                    .contains(
                            "note: routes beyond the environment file were not looked for: cannot read the REST API"
                                    + " `abc123` in eu-west-1 from AWS: Unable to locate credentials",
                            "hint: this needs the AWS CLI");
        }
    }

    private static final String PREFLIGHT = method("OPTIONS", "NONE", "");

    private static String cognito(String verb, String scope) {
        return method(verb, "COGNITO_USER_POOLS", "\"" + scope + "\"");
    }

    private static String method(String verb, String type, String scopes) {
        return "\"%s\": {\"httpMethod\": \"%s\", \"authorizationType\": \"%s\", \"authorizationScopes\": [%s]}"
                .formatted(verb, verb, type, scopes);
    }

    private static String path(String path, String methods) {
        return "{\"id\": \"r1\", \"path\": \"%s\", \"resourceMethods\": {%s}}".formatted(path, methods);
    }

    /** AWS's command line, which knows an API that has {@code paths}. */
    private void aws(String... paths) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("resources.json"), "{\"items\": [" + String.join(", ", paths) + "]}");
        Path program = Files.writeString(
                bin.resolve("aws"),
                "#!/bin/sh\n[ \"$2\" = get-resources ] && cat " + bin.resolve("resources.json")
                        + " || echo '{\"items\": []}'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (ServedTestStack served = served(stack -> {})) {
            deploy(served, "http://127.0.0.1:" + port);

            Outcome outcome = smoke("--target", "deployed", "--rate", "1000");

            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err()).contains("no answer", "check the URL").doesNotContain(secrets(served));
        }
    }

    @Test
    void refusesWhatIsNoTarget() {
        assertThat(smoke("--target", "http://example.com").err()).contains("is not a target", "an https URL");
        assertThat(smoke("--target", "deployed", "--rate", "0").err()).contains("`--rate 0` sends no requests");
    }

    @Test
    void saysWhatIsNotDeployed() throws IOException {
        new DeployedState(folder, "dev", emitted());

        Outcome outcome = smoke("--target", "deployed");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("`dev` is not deployed");
    }

    private Path emitted() {
        return Synthesis.stackFolder(environment).resolve("cdk.tf.json");
    }

    /** What is served: the stack of {@code dev} with a fault in it. */
    private ServedTestStack served(Consumer<ObjectNode> spoil) throws IOException {
        // Where smoke finds the stack too: what is served is called after its folder.
        Path stack = Files.createDirectories(folder.resolve("stacks").resolve(environment));
        ObjectNode written = (ObjectNode) JSON.readTree(emitted().toFile());
        spoil.accept(written);
        JSON.writeValue(stack.resolve("cdk.tf.json").toFile(), written);
        Path packages = Files.createDirectories(stack.resolve("functions"));
        Files.copy(Synthesis.stackFolder(environment).resolve("functions/books.zip"), packages.resolve("books.zip"));
        return new ServedTestStack(stack, folder.resolve("scratch"));
    }

    private void deploy(ServedTestStack served) throws IOException {
        String base = served.gateway().api().base();
        deploy(served, served.address() + base);
    }

    private void deploy(ServedTestStack served, String base) throws IOException {
        LocalPool pool = served.gateway().pools().get(0);
        String endpoint = LocalSite.pool(served.address(), pool.id()).toString();
        Map<String, String> ids = new TreeMap<>();
        Map<String, String> secrets = new TreeMap<>();
        for (LocalClient client : pool.clients()) {
            String name = client.scopes().contains("books/write") ? "editor" : "reader";
            ids.put(name, client.id());
            secrets.put(name, client.secret().orElseThrow());
        }
        Map<String, Object> outputs = Map.of(
                "base_url", base,
                "token_endpoint", endpoint + "/oauth2/token",
                "issuer", endpoint + "/" + pool.id(),
                "client_ids", ids,
                "client_secrets", secrets);
        new DeployedState(folder, environment, emitted()).deploy(outputs, "abc123");
    }

    private static String[] secrets(ServedTestStack served) {
        return served.gateway().pools().get(0).clients().stream()
                .map(client -> client.secret().orElseThrow())
                .toArray(String[]::new);
    }

    private Outcome smoke(String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String config = System.getenv().getOrDefault("TF_CLI_CONFIG_FILE", "");
        Terminal terminal = Terminal.of(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "HOME",
                        "/nowhere",
                        "CHECKPOINT_DISABLE",
                        "1",
                        "TF_CLI_CONFIG_FILE",
                        Files.isRegularFile(Path.of(config)) ? config : "/dev/null"),
                false);
        List<String> args =
                new ArrayList<>(List.of("smoke", "-e", environment, "--stacks", folder.toString(), "--expect", "5xx"));
        args.addAll(Arrays.asList(more));
        int exit = new Tollgate(terminal).run(args.toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }
}

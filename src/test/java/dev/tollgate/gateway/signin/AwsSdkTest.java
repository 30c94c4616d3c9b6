package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.gateway.token.LocalTriggers;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What AWS's own SDK makes of the pool's answers, over a server that only carries them. */
class AwsSdkTest {

    private static final Path SCRIPTS = Path.of("src", "test", "resources", "tokens");

    @Test
    void signsInWithTheSdk() throws IOException, InterruptedException {
        JsonNode said = run(new Pools(), "sign_in.py");

        assertThat(said.path("good"))
                .hasToString("[\"AccessToken\",\"ExpiresIn\",\"IdToken\",\"RefreshToken\",\"TokenType\"]");
        assertThat(said.path("refreshed")).hasToString("[\"AccessToken\",\"ExpiresIn\",\"IdToken\",\"TokenType\"]");
        assertThat(said.path("wrong"))
                .hasToString("{\"error\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}");
        assertThat(said.path("unknown"))
                .hasToString("{\"error\":\"UserNotFoundException\",\"message\":\"User does not exist.\"}");
        assertThat(said.path("off"))
                .hasToString("{\"error\":\"InvalidParameterException\","
                        + "\"message\":\"USER_SRP_AUTH flow not enabled for this client\"}");
    }

    /** What the pool's functions are asked on the way through all operations. */
    private static final List<String> ASKED = List.of(
            "CreateAuthChallenge_Authentication",
            "CustomMessage_AdminCreateUser",
            "CustomMessage_ForgotPassword",
            "CustomMessage_ResendCode",
            "CustomMessage_SignUp",
            "CustomMessage_VerifyUserAttribute",
            "DefineAuthChallenge_Authentication",
            "PostAuthentication_Authentication",
            "PostConfirmation_ConfirmForgotPassword",
            "PostConfirmation_ConfirmSignUp",
            "PreAuthentication_Authentication",
            "PreSignUp_AdminCreateUser",
            "PreSignUp_SignUp",
            "TokenGeneration_Authentication",
            "TokenGeneration_NewPasswordChallenge",
            "TokenGeneration_RefreshTokens",
            "UserMigration_Authentication",
            "UserMigration_ForgotPassword",
            "VerifyAuthChallengeResponse_Authentication");

    @Test
    void goesThroughEveryOperation() throws IOException, InterruptedException {
        SortedMap<String, String> triggers = new TreeMap<>();
        for (String name : ShopFunctions.TRIGGERS) {
            triggers.put(name, "all");
        }
        Pools pools = new Pools(Shop.pool("OPTIONAL", new LocalTriggers(triggers, "V3_0")));
        ShopFunctions functions = new ShopFunctions();
        pools.functions.put("all", functions);

        JsonNode said = run(pools, "people.py", "eu-west-1_Shop12345", String.valueOf(Pools.START.getEpochSecond()));

        JsonNode expected =
                new ObjectMapper().readTree(SCRIPTS.resolve("people.json").toFile());
        assertThat(said.toPrettyString()).isEqualTo(expected.toPrettyString());
        assertThat(functions.asked()).containsExactlyElementsOf(ASKED);
    }

    private static JsonNode run(Pools pools, String script, String... more) throws IOException, InterruptedException {
        RequiredTool.orSkip("python3");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> send(exchange, carried(pools, exchange)));
        server.createContext(
                "/mail",
                exchange -> send(
                        exchange,
                        new TokenAnswer(
                                200, new TreeMap<>(), pools.mails.getFirst().get(1))));
        server.start();
        try {
            List<String> command = new ArrayList<>(List.of(
                    "python3",
                    SCRIPTS.resolve(script).toString(),
                    "http://127.0.0.1:" + server.getAddress().getPort()));
            command.addAll(List.of(more));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            Process process = builder.start();
            JsonNode said = new ObjectMapper().readTree(process.getInputStream());
            assertThat(process.waitFor()).isZero();
            return said;
        } finally {
            server.stop(0);
        }
    }

    private static TokenAnswer carried(Pools pools, HttpExchange exchange) throws IOException {
        return pools.endpoint
                .answer(
                        new TokenRequest(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath(),
                                "",
                                new TreeMap<>(exchange.getRequestHeaders()),
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)),
                        Pools.BASE)
                .orElseThrow();
    }

    private static void send(HttpExchange exchange, TokenAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

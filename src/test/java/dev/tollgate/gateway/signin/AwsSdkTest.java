package dev.tollgate.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What AWS's own SDK makes of the pool's answers, over a server that only carries them. */
class AwsSdkTest {

    private static final Path SCRIPT = Path.of("src", "test", "resources", "tokens", "sign_in.py");

    private final Pools pools = new Pools();

    @Test
    void signsInWithTheSdk() throws IOException, InterruptedException {
        RequiredTool.orSkip("python3");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::carry);
        server.start();
        try {
            JsonNode said = run("http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(said.path("good"))
                    .hasToString("[\"AccessToken\",\"ExpiresIn\",\"IdToken\",\"RefreshToken\",\"TokenType\"]");
            assertThat(said.path("refreshed")).hasToString("[\"AccessToken\",\"ExpiresIn\",\"IdToken\",\"TokenType\"]");
            assertThat(said.path("wrong"))
                    .hasToString(
                            "{\"error\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}");
            assertThat(said.path("unknown"))
                    .hasToString("{\"error\":\"UserNotFoundException\",\"message\":\"User does not exist.\"}");
            assertThat(said.path("off"))
                    .hasToString("{\"error\":\"InvalidParameterException\","
                            + "\"message\":\"USER_SRP_AUTH flow not enabled for this client\"}");
        } finally {
            server.stop(0);
        }
    }

    private void carry(HttpExchange exchange) throws IOException {
        TokenAnswer answer = pools.endpoint
                .answer(
                        new TokenRequest(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath(),
                                "",
                                new TreeMap<>(exchange.getRequestHeaders()),
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)),
                        Pools.BASE)
                .orElseThrow();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static JsonNode run(String url) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("python3", SCRIPT.toString(), url).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        JsonNode said = new ObjectMapper().readTree(process.getInputStream());
        assertThat(process.waitFor()).isZero();
        return said;
    }
}

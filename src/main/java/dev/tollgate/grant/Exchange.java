package dev.tollgate.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** One POST that carries a secret: over TLS or on this machine, never redirected, and answered within limits. */
final class Exchange {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int MAX_BYTES = 256 * 1024;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private final HttpClient client;

    /** {@code trust} says whose certificates are good. */
    Exchange(SSLContext trust) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer; {@code body} is missing where it was no JSON. */
    record Answer(int status, JsonNode body) {}

    Answer post(URI address, Map<String, String> headers, String body) throws InterruptedException {
        requireSafe(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = response.body()) {
                byte[] bytes = content.readNBytes(MAX_BYTES);
                return new Answer(response.statusCode(), json(bytes));
            }
        } catch (IOException | IllegalArgumentException e) {
            // Java's own texts are of the connection; none of them repeats what was sent.
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "no answer from `" + address + "`: " + reason(e),
                    e instanceof SSLException
                            ? "if it is `tollgate serve --tls`, name the certificate that it prints with `--ca FILE`"
                            : "start `tollgate serve` on this machine, or use `--target` for another URL",
                    e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? "nothing listens there" : message;
    }

    private static void requireSafe(URI address) {
        String host = String.valueOf(address.getHost());
        boolean local = "http".equals(address.getScheme()) && LOOPBACK.contains(host);
        if (!"https".equals(address.getScheme()) && !local) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "`" + address + "` is neither an https URL nor on this machine, and would receive a secret",
                    "use an https URL, or one on 127.0.0.1");
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}

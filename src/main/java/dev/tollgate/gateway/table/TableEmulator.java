package dev.tollgate.gateway.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * DynamoDB as an emulator on this machine speaks it. It is never asked of AWS: requests carry a signature that nothing
 * was signed with, and go to loopback addresses only.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
public final class TableEmulator {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOPBACK = "https?://(127(\\.[0-9]{1,3}){3}|localhost|\\[::1])(:[0-9]{1,5})?/?";

    private final URI endpoint;
    private final String region;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private TableEmulator(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    /** The one at {@code endpoint}; none where that is not on this machine. */
    public static Optional<TableEmulator> at(String endpoint, String region) {
        return endpoint.matches(LOOPBACK) && region.matches("[a-z0-9-]{1,32}")
                ? Optional.of(new TableEmulator(URI.create(endpoint), region))
                : Optional.empty();
    }

    /** Makes {@code table} with its items; an existing one is left as it is. Whether it was made. */
    public boolean make(LocalTable table) {
        JsonNode made = ask("CreateTable", table.definition());
        String error = made.path("__type").asText("");
        if (error.endsWith("ResourceInUseException")) {
            return false;
        }
        requireDone(made, "table `" + table.name() + "` cannot be made");
        for (ObjectNode item : table.items()) {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", table.name());
            request.set("Item", item);
            requireDone(ask("PutItem", request), "an item of table `" + table.name() + "` cannot be put");
        }
        return true;
    }

    private void requireDone(JsonNode answer, String failed) {
        if (answer.has("__type")) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    failed + " at `" + endpoint + "`: "
                            + answer.path("message")
                                    .asText(answer.path("__type").asText()),
                    "check that it is a DynamoDB emulator, or unset `AWS_ENDPOINT_URL` to serve without tables");
        }
    }

    private JsonNode ask(String action, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810." + action)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20200101/" + region
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "no DynamoDB emulator answers at `" + endpoint + "`",
                    "start one there, or unset `AWS_ENDPOINT_URL` to serve without tables",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(UserError.Exit.ENVIRONMENT, "interrupted", "run it again", e);
        }
    }
}

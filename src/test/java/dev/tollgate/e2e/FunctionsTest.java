package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.function.FunctionRunner;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.function.LocalFunction;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** This repository's own functions, run as they would be in Lambda, with a table on the emulator. */
class FunctionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void runsWhatNeedsNoAws() throws IOException {
        RequiredTool.orSkip("node");
        try (FunctionRunner echo = runner("echo", "index.handler", "nodejs20.x", Optional.empty());
                FunctionRunner example = runner("example", "index.handler", "nodejs20.x", Optional.empty())) {
            JsonNode answer = answer(echo, event("POST /echo", "{\"number\": 12345678901234567890}"));
            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            assertThat(answer.path("body").asText()).isEqualTo("{\"number\": 12345678901234567890}");
            assertThat(answer(echo, event("POST /echo", "no JSON"))
                            .path("statusCode")
                            .asInt())
                    .isEqualTo(400);
            assertThat(answer(example, event("GET /example", "")).path("body").asText())
                    .isEqualTo("{\"a\":\"b\"}");
        }
    }

    @Test
    void sendsWhatNeedsAwsToTheEmulator() throws IOException, InterruptedException {
        RequiredTool.orSkip("python3");
        try (Emulator emulator = Emulator.start()) {
            String url = emulator.environment().getOrDefault("AWS_ENDPOINT_URL", "");
            createTable(url);
            try (FunctionRunner books = runner("books", "app.handler", "python3.11", Optional.of(url))) {
                assertThat(answer(books, event("GET /health", "")).path("body").asText())
                        .isEqualTo("{\"status\":\"ok\"}");
                String book = "{\"book_id\":\"1\",\"title\":\"Dune\",\"author\":\"Frank Herbert\"}";
                JsonNode created = answer(books, event("POST /book", book));
                assertThat(created.path("statusCode").asInt())
                        .as(log.toString())
                        .isEqualTo(201);
                assertThat(answer(books, event("POST /book", book))
                                .path("statusCode")
                                .asInt())
                        .isEqualTo(409);
                assertThat(answer(books, event("GET /books", "")).path("body").asText())
                        .contains("Frank Herbert");
            }
        }
    }

    @Test
    void findsTheSdkThatLambdaWouldBring() throws IOException, InterruptedException {
        RequiredTool.orSkip("node");
        boolean isInstalled = Files.isDirectory(Path.of("lambdas", "node_modules", "@aws-sdk", "client-sns"));
        assumeTrue(isInstalled || "true".equals(System.getenv("CI")), "skipped: `npm ci` has not run in lambdas");
        try (Emulator emulator = Emulator.start()) {
            String url = emulator.environment().getOrDefault("AWS_ENDPOINT_URL", "");
            // The emulator's first text message costs it seconds on a busy machine, and the function waits for three.
            asked(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "Action=Publish&Version=2010-03-31&PhoneNumber=%2B12025550123&Message=first")),
                    "sns");
            try (FunctionRunner sms = runner("sms", "index.handler", "nodejs20.x", Optional.of(url))) {
                String body = "{\"phoneNumber\":\"+12025550123\",\"message\":\"hello\"}";
                int status = 0;
                // A machine that is busy for longer than the function waits says nothing of the SDK: asked again then.
                for (int asked = 0; asked < 5 && (asked == 0 || log.toString().contains("TimeoutError")); asked++) {
                    log.clear();
                    status = answer(sms, event("POST /sms", body))
                            .path("statusCode")
                            .asInt();
                }

                assertThat(status).as(log.toString()).isEqualTo(201);
            }
        }
    }

    private FunctionRunner runner(String name, String handler, String runtime, Optional<String> endpoint) {
        LocalFunction function = new LocalFunction(
                name,
                Path.of("lambdas", name),
                handler,
                runtime,
                128,
                Duration.ofSeconds(30),
                new TreeMap<>(Map.of("DYNAMODB_TABLE", "Books_Table")));
        FunctionSurroundings surroundings = new FunctionSurroundings(
                "eu-west-1", "123456789012", endpoint, Optional.empty(), System.getenv("PATH"), System.getenv("HOME"));
        return new FunctionRunner(
                function, surroundings, 1, Optional.empty(), (who, line) -> log.add(line), UUID::randomUUID);
    }

    private static String event(String routeKey, String body) {
        String[] parts = routeKey.split(" ", 2);
        Map<String, Object> http = Map.of("method", parts[0], "path", parts[1]);
        return new ObjectMapper()
                .valueToTree(Map.of(
                        "version",
                        "2.0",
                        "routeKey",
                        routeKey,
                        "rawPath",
                        parts[1],
                        "requestContext",
                        Map.of("http", http, "stage", "$default", "requestId", "1"),
                        "body",
                        body,
                        "isBase64Encoded",
                        false))
                .toString();
    }

    private JsonNode answer(FunctionRunner runner, String event) throws IOException {
        Invocation result = runner.invoke(event.getBytes(StandardCharsets.UTF_8), PATIENCE);
        assertThat(result).as(log.toString()).isInstanceOf(Invocation.Answered.class);
        return new ObjectMapper().readTree(((Invocation.Answered) result).json());
    }

    private static void createTable(String url) throws IOException, InterruptedException {
        asked(
                url,
                "CreateTable",
                "{\"TableName\":\"Books_Table\",\"BillingMode\":\"PAY_PER_REQUEST\","
                        + "\"KeySchema\":[{\"AttributeName\":\"book_id\",\"KeyType\":\"HASH\"}],"
                        + "\"AttributeDefinitions\":[{\"AttributeName\":\"book_id\",\"AttributeType\":\"S\"}]}");
        // The first condition costs the emulator seconds on a busy machine. The function waits for three, asks again,
        // and then finds what its first request has put.
        asked(
                url,
                "PutItem",
                "{\"TableName\":\"Books_Table\",\"ConditionExpression\":\"attribute_not_exists(book_id)\","
                        + "\"Item\":{\"book_id\":{\"S\":\"0\"}}}");
    }

    private static void asked(String url, String action, String body) throws IOException, InterruptedException {
        asked(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + action)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "dynamodb");
    }

    private static void asked(HttpRequest.Builder request, String service) throws IOException, InterruptedException {
        HttpRequest signed = request.header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/" + service + "/aws4_request,"
                                + " SignedHeaders=host, Signature=none")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(signed, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}

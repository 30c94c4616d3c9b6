package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the test bed tells Java; what it refuses is asked by its own tests, beside it. */
class EmulatorTest {

    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:reader";

    @Test
    void tellsCallsAnswersAndTheAccountByName() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            emulator.prepare("--region", "eu-west-1", "--function", "reader");
            assertThat(emulator.calls())
                    .extracting(AccountCall::toString)
                    .containsExactly("iam CreateRole reader-role 200", "lambda CreateFunction reader 201");
            emulator.clearCalls();
            assertThat(emulator.calls()).isEmpty();

            String api = post(emulator, "/v2/apis", Map.of("name", "books", "protocolType", "HTTP"))
                    .path("apiId")
                    .asText();
            String integration = post(
                            emulator,
                            "/v2/apis/" + api + "/integrations",
                            Map.of(
                                    "integrationType",
                                    "AWS_PROXY",
                                    "integrationUri",
                                    FUNCTION,
                                    "payloadFormatVersion",
                                    "2.0"))
                    .path("integrationId")
                    .asText();
            post(
                    emulator,
                    "/v2/apis/" + api + "/routes",
                    Map.of("routeKey", "GET /books", "target", "integrations/" + integration));
            post(emulator, "/v2/apis/" + api + "/stages", Map.of("stageName", "$default", "autoDeploy", true));

            assertThat(emulator.calls())
                    .extracting(AccountCall::action, AccountCall::subject)
                    .contains(tuple("CreateIntegration", "reader"))
                    .contains(tuple("CreateRoute", "GET /books"));
            List<StageAnswer> answers = emulator.answers("books", "$default");
            assertThat(answers)
                    .extracting(
                            StageAnswer::method,
                            StageAnswer::path,
                            StageAnswer::function,
                            StageAnswer::permitted,
                            StageAnswer::status)
                    .containsExactly(tuple("GET", "/books", "reader", false, 500));
            JsonNode route =
                    emulator.account().at("/http/eu-west-1/apis/books/routes").path("GET /books");
            assertThat(route.path("target").asText()).isEqualTo("integrations/integration:reader");
            emulator.releaseDomainNames();
        }
    }

    /** Asks as an SDK does: the signature says which service is meant, and nobody checks it. */
    private static JsonNode post(Emulator emulator, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        ObjectMapper mapper = new ObjectMapper();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(emulator.environment().get("AWS_ENDPOINT_URL") + path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/apigateway/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return mapper.readTree(response.body());
    }
}

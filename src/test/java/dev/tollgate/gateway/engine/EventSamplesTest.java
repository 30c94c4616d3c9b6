package dev.tollgate.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.Claims;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The events that AWS publishes, field by field, made from the request that they tell of. */
class EventSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("src/test/resources/gateway/events");
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    /** What a sample has and an event here has not, or has otherwise, and why. */
    private static final Map<String, String> ASIDE_TWO = Map.of(
            "/requestContext/apiId", "the sample's is another than the one in its domain",
            "/requestContext/authentication", "client certificates are not served",
            "/requestContext/requestId", "made anew for every request",
            "/requestContext/time", "the sample's two times are a week apart",
            "/stageVariables", "a stage's variables are not served",
            "/body", "compared apart: its type decides how it is sent");

    private static final Map<String, String> ASIDE_ONE = Map.of(
            "/queryStringParameters/parameter1",
                    "the sample has the first value here, and of a header the last; AWS's text says the last",
            "/requestContext/authorizer", "null claims of a route without an authorizer; left out here",
            "/requestContext/extendedRequestId", "made anew for every request",
            "/requestContext/identity/clientCert", "client certificates are not served",
            "/requestContext/requestId", "made anew for every request",
            "/requestContext/resourceId", "null in the sample, the route's key where it was measured");

    private static JsonNode sample(String name) throws IOException {
        return JSON.readTree(SAMPLES.resolve(name).toFile());
    }

    private static GatewayApi api(String id, GatewayRoute route) {
        return new GatewayApi(
                GatewayApi.Kind.HTTP,
                id,
                "123456789012",
                "us-east-1",
                "$default",
                List.of(route),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Call call(String method, String body, String type, String agent, long epoch) {
        return new Call(
                method,
                "/my/path",
                "parameter1=value1&parameter1=value2&parameter2=value",
                List.of(
                        new Header("header1", "value1"),
                        new Header("header2", "value1"),
                        new Header("header2", "value2"),
                        new Header("Cookie", "cookie1; cookie2"),
                        new Header("Content-Type", type),
                        new Header("User-Agent", agent)),
                body,
                "192.0.2.1",
                Instant.ofEpochMilli(epoch),
                ID);
    }

    @Test
    void makesTheSampleOfVersionTwo() throws IOException {
        JsonNode sample = sample("http-2.0.json");
        GatewayRoute route = new GatewayRoute(
                "",
                "$default",
                Optional.empty(),
                List.of("scope1"),
                TestGateway.open("$default").target(),
                List.of());
        ObjectNode claims = JSON.createObjectNode()
                .put("claim1", "value1")
                .put("claim2", "value2")
                .put("scope", "scope1 scope2");
        SortedMap<String, String> parameters = new TreeMap<>(Map.of("parameter1", "value1"));

        ObjectNode event = new EventTwo(api("id", route))
                .of(
                        call("POST", "Hello from Lambda", "text/plain", "agent", 1583348638390L),
                        new Match.Found(route, "/my/path", parameters),
                        Optional.of(new Claims(claims)));

        assertThat(event.path("body")).isEqualTo(sample.path("body"));
        same("", sample, event, ASIDE_TWO);
    }

    @Test
    void makesTheSampleOfVersionOne() throws IOException {
        JsonNode sample = sample("http-1.0.json");
        GatewayRoute route = new GatewayRoute(
                "GET",
                "/my/path",
                Optional.empty(),
                List.of(),
                TestGateway.open("GET /my/path").target(),
                List.of());

        ObjectNode event = new EventOne(api("id", route))
                .of(
                        call("GET", "Hello from Lambda!", "text/plain", "user-agent", 1583349317135L),
                        new Match.Found(route, "/my/path", new TreeMap<>()),
                        Optional.empty());

        same("", sample, event, ASIDE_ONE);
        assertThat(event.at("/queryStringParameters/parameter1").asText()).isEqualTo("value2");
    }

    /** Every field of {@code sample} that is not set aside is in {@code event}, and the same. */
    private static void same(String at, JsonNode sample, JsonNode event, Map<String, String> aside) {
        sample.properties().forEach(field -> {
            String path = at + "/" + field.getKey();
            if (aside.containsKey(path)) {
                return;
            }
            JsonNode actual = event.path(field.getKey());
            if (field.getValue().isObject()) {
                same(path, field.getValue(), actual, aside);
            } else {
                assertThat(actual).as(path).isEqualTo(field.getValue());
            }
        });
    }
}

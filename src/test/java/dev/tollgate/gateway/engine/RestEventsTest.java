package dev.tollgate.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of a REST API that AWS was recorded to make, field by field: none is missing, and there is no other. */
class RestEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("src/test/resources/gateway/events/rest.json");
    /** What is not the same twice, or a name that AWS gives. */
    private static final String ANY = "<any>";

    /** A case, called by where it is from. */
    record Recorded(JsonNode request, ObjectNode event) {
        @Override
        public String toString() {
            return request.path("source").asText();
        }
    }

    static Stream<Recorded> cases() throws IOException {
        JsonNode file = JSON.readTree(FILE.toFile());
        return StreamSupport.stream(file.path("cases").spliterator(), false).map(one -> {
            ObjectNode event = file.path("every").deepCopy();
            one.path("event").properties().forEach(field -> {
                JsonPointer at = JsonPointer.compile(field.getKey());
                ((ObjectNode) event.at(at.head())).set(at.last().getMatchingProperty(), field.getValue());
            });
            return new Recorded(one, event);
        });
    }

    private static GatewayRoute route(String key) {
        return new GatewayRoute(
                "",
                key,
                Optional.empty(),
                List.of(),
                new LocalTarget.Function(key, "1.0", Duration.ofSeconds(29)),
                List.of());
    }

    private static Call call(JsonNode request) {
        String[] parts = request.path("request").asText().split("[ ?]", 3);
        List<Header> headers = new ArrayList<>(List.of(
                new Header("Accept", "*/*"),
                new Header("Host", "api.example.com"),
                new Header("User-Agent", "agent/1"),
                new Header("tEsT-HEADeR", "aValUE")));
        request.path("headers")
                .properties()
                .forEach(header -> headers.add(
                        new Header(header.getKey(), header.getValue().asText())));
        return new Call(
                parts[0],
                parts[1],
                parts.length < 3 ? "" : parts[2],
                headers,
                request.path("body").asText(),
                "203.0.113.7",
                TestGateway.NOW,
                "01234567-89ab-cdef-0123-456789abcdef");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void haveTheFieldsThatWereRecorded(Recorded recorded) throws IOException {
        TestGateway test = new TestGateway();
        GatewayApi api = TestGateway.api(
                GatewayApi.Kind.REST, "v1", List.of(route("/files/{proxy+}"), route("/user/{email}"), route("/hello")));

        Reply reply = test.of(api, "{\"statusCode\": 200}")
                .serve(call(recorded.request()))
                .reply();

        assertThat(reply.status()).as(reply.reason()).isEqualTo(200);
        String event = test.events().get(0);
        same("", recorded.event(), JSON.readTree(event.substring(event.indexOf("{\""))));
    }

    private static void same(String at, JsonNode recorded, JsonNode made) {
        if (!recorded.isObject()) {
            if (recorded.isTextual() && recorded.asText().equals(ANY)) {
                assertThat(made.asText()).as(at).isNotEmpty();
            } else if (!first(recorded).equals(ANY)) {
                assertThat(made).as(at).isEqualTo(recorded);
            }
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        TreeSet<String> those = new TreeSet<>();
        made.fieldNames().forEachRemaining(those::add);
        assertThat(those).as(at.isEmpty() ? "the event" : at).isEqualTo(names);
        names.forEach(name -> same(at + "/" + name, recorded.path(name), made.path(name)));
    }

    private static String first(JsonNode list) {
        return list.path(0).asText("");
    }
}

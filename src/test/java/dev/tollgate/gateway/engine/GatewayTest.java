package dev.tollgate.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.function.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes, refusals, CORS, events and answers, as AWS documents them. */
class GatewayTest {

    private static final List<String> PUBLISHED =
            List.of("GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}", "$default");

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /pets/dog/1       | GET /pets/dog/1",
                "GET  | /pets/dog/2       | GET /pets/dog/{id}",
                "GET  | /pets/cat/1       | GET /pets/{proxy+}",
                "POST | /test/5           | ANY /{proxy+}",
                "GET  | /                 | $default",
                "POST | /pets/dog/1       | ANY /{proxy+}",
                "GET  | /pets/dog%2F1     | GET /pets/{proxy+}"
            })
    void choosesAnHttpRouteAsPublished(String method, String path, String route) {
        List<GatewayRoute> routes = PUBLISHED.stream().map(TestGateway::open).toList();

        assertThat(serve(TestGateway.api(GatewayApi.Kind.HTTP, "$default", routes), method, path)
                        .route())
                .isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /prod/pets      | GET /pets        | 200",
                "GET    | /prod/pets/     | GET /pets        | 200",
                "POST   | /prod/pets      | ANY /pets        | 200",
                "GET    | /prod/pets/7    | GET /pets/{id}   | 200",
                "DELETE | /prod/pets/7    |                  | 403",
                "GET    | /prod/a/b/c     | ANY /{proxy+}    | 200",
                "GET    | /prod/pets/7/x  | ANY /{proxy+}    | 200",
                "GET    | /prod           |                  | 403",
                "GET    | /other/pets     |                  | 403",
                "GET    | /pets           |                  | 403"
            })
    void choosesTheResourceOfARestApiBeforeTheMethod(String method, String path, String route, int status) {
        List<GatewayRoute> routes = Stream.of("GET /pets", "ANY /pets", "GET /pets/{id}", "ANY /{proxy+}")
                .map(TestGateway::open)
                .toList();

        Served served = serve(TestGateway.api(GatewayApi.Kind.REST, "prod", routes), method, path);

        assertThat(served.reply().status()).isEqualTo(status);
        assertThat(served.route()).isEqualTo(route == null ? "" : route);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REST | Failed   | 502 | {\"message\": \"Internal server error\"}",
                "HTTP | Failed   | 500 | {\"message\":\"Internal Server Error\"}",
                "REST | Crashed  | 502 | {\"message\": \"Internal server error\"}",
                "HTTP | Crashed  | 500 | {\"message\":\"Internal Server Error\"}",
                "REST | TimedOut | 504 | {\"message\": \"Endpoint request timed out\"}",
                "HTTP | TimedOut | 503 | {\"message\":\"Service Unavailable\"}"
            })
    void answersForAFunctionThatDoesNot(GatewayApi.Kind kind, String how, int status, String body) {
        Invocation invocation =
                switch (how) {
                    case "Failed" -> new Invocation.Failed("Error", "secret detail", List.of());
                    case "Crashed" -> new Invocation.Crashed(1, List.of("secret detail"));
                    default -> new Invocation.TimedOut(Duration.ofSeconds(29));
                };
        GatewayApi api = TestGateway.api(kind, "$default", List.of(TestGateway.open("GET /x")));

        Reply reply = new TestGateway()
                .of(api, invocation)
                .serve(TestGateway.call("GET", "/x"))
                .reply();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(new String(reply.bytes(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    /** What a handler answers, and what becomes of it: payload 2.0 of an HTTP API, then 1.0 of a REST API. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1}                                                     | 200 | {\"a\":1}    | 502",
                "\"text\"                                                       | 200 | text         | 502",
                "{\"statusCode\": 201, \"body\": \"made\"}                      | 201 | made         | 201",
                "{\"statusCode\": \"no\", \"body\": \"x\"}                      | 500 |              | 502",
                "{\"statusCode\": 200, \"body\": \"aGk=\", \"isBase64Encoded\": true} | 200 | hi     | 200",
                "{\"statusCode\": 200, \"body\": {\"a\": 1}}                    | 500 |              | 502",
                "{\"statusCode\": 200, \"body\": \"x\", \"extra\": 1}           | 200 | x            | 502"
            })
    void readsTheAnswerOfEachVersion(String answer, int http, String body, int rest) {
        GatewayRoute one = new GatewayRoute(
                "GET",
                "/x",
                Optional.empty(),
                List.of(),
                new LocalTarget.Function("x", "1.0", Duration.ofSeconds(29)),
                List.of());

        Reply two = new TestGateway()
                .of(TestGateway.api(GatewayApi.Kind.HTTP, "$default", List.of(TestGateway.open("GET /x"))), answer)
                .serve(TestGateway.call("GET", "/x"))
                .reply();
        Reply first = new TestGateway()
                .of(TestGateway.api(GatewayApi.Kind.REST, "$default", List.of(one)), answer)
                .serve(TestGateway.call("GET", "/x"))
                .reply();

        assertThat(two.status()).isEqualTo(http);
        assertThat(first.status()).isEqualTo(rest);
        if (body != null) {
            assertThat(new String(two.bytes(), StandardCharsets.UTF_8)).isEqualTo(body);
        }
    }

    @Test
    void letsNoHeaderOfAFunctionBeginAnother() {
        String answer = "{\"statusCode\": 200, \"headers\": {\"X-A\": \"1\\r\\nSet-Cookie: a=b\", \"bad name\": \"x\"},"
                + " \"cookies\": [\"c=1\", \"d=2\"]}";

        Reply reply = serve(
                        TestGateway.api(GatewayApi.Kind.HTTP, "$default", List.of(TestGateway.open("GET /x"))),
                        answer,
                        TestGateway.call("GET", "/x"))
                .reply();

        assertThat(reply.headers().stream().map(header -> header.name() + "=" + header.value()))
                .contains("X-A=1  Set-Cookie: a=b", "set-cookie=c=1", "set-cookie=d=2")
                .noneMatch(header -> header.startsWith("bad name"));
    }

    @Test
    void answersPreflightsOfAnHttpApiUnlessARouteTakesThem() {
        HttpCors cors = new HttpCors(
                List.of("https://shop.example"),
                List.of("GET"),
                List.of("Authorization"),
                List.of(),
                Optional.of(60L),
                true);
        GatewayApi plain =
                with(TestGateway.api(GatewayApi.Kind.HTTP, "$default", List.of(TestGateway.open("GET /x"))), cors);
        GatewayRoute any = TestGateway.route("ANY", "/x", Optional.of(TestGateway.authorizer()), List.of());
        GatewayApi caught = with(TestGateway.api(GatewayApi.Kind.HTTP, "$default", List.of(any)), cors);
        Header origin = new Header("Origin", "https://shop.example");
        Header method = new Header("Access-Control-Request-Method", "GET");

        Reply allowed = serve(plain, "{}", TestGateway.call("OPTIONS", "/x", origin, method))
                .reply();
        Reply other = serve(
                        plain,
                        "{}",
                        TestGateway.call("OPTIONS", "/x", new Header("Origin", "https://evil.example"), method))
                .reply();
        Reply unasked =
                serve(plain, "{}", TestGateway.call("OPTIONS", "/x", origin)).reply();
        Reply refused =
                serve(caught, "{}", TestGateway.call("OPTIONS", "/x", origin)).reply();
        Reply answered = serve(
                        plain,
                        "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}",
                        TestGateway.call("GET", "/x", origin))
                .reply();

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("access-control-allow-origin")).contains("https://shop.example");
        assertThat(allowed.header("access-control-max-age")).contains("60");
        assertThat(other.status()).isEqualTo(204);
        assertThat(other.header("access-control-allow-origin")).isEmpty();
        assertThat(unasked.status()).isEqualTo(204);
        assertThat(unasked.header("access-control-allow-origin")).isEmpty();
        assertThat(refused.status()).isEqualTo(401);
        assertThat(answered.header("access-control-allow-origin")).contains("https://shop.example");
    }

    @Test
    void customizesRefusalsOfARestApi() {
        GatewayApi api = TestGateway.api(GatewayApi.Kind.REST, "prod", List.of(TestGateway.open("GET /x")));
        GatewayApi custom = new GatewayApi(
                api.kind(),
                api.id(),
                api.account(),
                api.region(),
                api.stage(),
                api.routes(),
                api.resources(),
                api.cors(),
                new TreeMap<>(Map.of(
                        "DEFAULT_4XX",
                        new GatewayResponse(
                                Optional.empty(),
                                new TreeMap<>(Map.of("Access-Control-Allow-Origin", "https://shop.example")),
                                Optional.empty()),
                        "MISSING_AUTHENTICATION_TOKEN",
                        new GatewayResponse(
                                Optional.of(404),
                                new TreeMap<>(),
                                Optional.of("{\"error\":$context.error.messageString}")))),
                List.of(),
                Optional.of(new GatewayApi.Throttle(0.000001, 1)),
                Optional.empty());
        Gateway gateway = new TestGateway().of(custom, "{\"statusCode\": 200}");

        Reply unknown = gateway.serve(TestGateway.call("GET", "/prod/y")).reply();
        Reply first = gateway.serve(TestGateway.call("GET", "/prod/x")).reply();
        Reply second = gateway.serve(TestGateway.call("GET", "/prod/x")).reply();

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(new String(unknown.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"error\":\"Missing Authentication Token\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.header("Access-Control-Allow-Origin")).contains("https://shop.example");
    }

    @Test
    void handsAnEventOfVersionTwoToTheFunction() throws IOException {
        TestGateway test = new TestGateway();
        GatewayApi api = TestGateway.api(
                GatewayApi.Kind.HTTP,
                "dev",
                List.of(TestGateway.route(
                        "POST", "/orders/{id}", Optional.of(TestGateway.authorizer()), List.of("orders/read"))));
        String token =
                TestGateway.issuer(TestGateway.NOW.minusSeconds(1)).machine(TestGateway.SHOP, List.of("orders/read"));
        Call call = new Call(
                "POST",
                "/dev/orders/a%20b",
                "q=1&q=2&r",
                List.of(
                        new Header("tEsT-HEADeR", "x"),
                        new Header("Cookie", "a=1; b=2"),
                        new Header("Content-Type", "application/json"),
                        new Header("Authorization", token)),
                "{}",
                "203.0.113.7",
                TestGateway.NOW,
                "01234567-89ab-cdef-0123-456789abcdef");

        test.of(api, "{}").serve(call);

        JsonNode event = event(test);
        assertThat(event.path("rawPath").asText()).isEqualTo("/dev/orders/a b");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /orders/{id}");
        assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b");
        assertThat(event.at("/queryStringParameters/q").asText()).isEqualTo("1,2");
        assertThat(event.at("/headers/test-header").asText()).isEqualTo("x");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.at("/requestContext/authorizer/jwt/scopes").toString()).isEqualTo("[\"orders/read\"]");
        assertThat(event.at("/requestContext/authorizer/jwt/claims/exp").isTextual())
                .isTrue();
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("dev");
        assertThat(event.path("body").asText()).isEqualTo("{}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("stageVariables")).isFalse();
    }

    @Test
    void handsAnEventOfVersionOneToTheFunction() throws IOException {
        TestGateway test = new TestGateway();
        GatewayRoute route = new GatewayRoute(
                "GET",
                "/orders/{proxy+}",
                Optional.of(TestGateway.authorizer()),
                List.of("orders/read"),
                new LocalTarget.Function("orders", "1.0", Duration.ofSeconds(29)),
                List.of());
        String token =
                TestGateway.issuer(TestGateway.NOW.minusSeconds(1)).machine(TestGateway.SHOP, List.of("orders/read"));
        Call call = new Call(
                "GET",
                "/prod/orders/a/b/",
                "q=1&q=2",
                List.of(new Header("tEsT-HEADeR", "x"), new Header("Authorization", "Bearer " + token)),
                "",
                "203.0.113.7",
                TestGateway.NOW,
                "01234567-89ab-cdef-0123-456789abcdef");

        test.of(TestGateway.api(GatewayApi.Kind.REST, "prod", List.of(route)), "{\"statusCode\": 200}")
                .serve(call);

        JsonNode event = event(test);
        assertThat(event.path("path").asText()).isEqualTo("/orders/a/b/");
        assertThat(event.at("/requestContext/path").asText()).isEqualTo("/prod/orders/a/b/");
        assertThat(event.path("resource").asText()).isEqualTo("/orders/{proxy+}");
        assertThat(event.at("/pathParameters/proxy").asText()).isEqualTo("a/b");
        assertThat(event.at("/queryStringParameters/q").asText()).isEqualTo("2");
        assertThat(event.at("/multiValueQueryStringParameters/q").toString()).isEqualTo("[\"1\",\"2\"]");
        assertThat(event.at("/headers/tEsT-HEADeR").asText()).isEqualTo("x");
        assertThat(event.at("/requestContext/authorizer/claims/exp").asText())
                .isEqualTo("Sat Nov 21 12:59:59 UTC 2026");
        assertThat(event.path("body").isNull()).isTrue();
        assertThat(event.at("/requestContext/requestTime").asText()).isEqualTo("21/Nov/2026:12:00:00 +0000");
    }

    private static JsonNode event(TestGateway test) throws IOException {
        String handed = test.events().get(0);
        return new ObjectMapper().readTree(handed.substring(handed.indexOf('{')));
    }

    private static GatewayApi with(GatewayApi api, HttpCors cors) {
        return new GatewayApi(
                api.kind(),
                api.id(),
                api.account(),
                api.region(),
                api.stage(),
                api.routes(),
                api.resources(),
                Optional.of(cors),
                api.responses(),
                api.binaryTypes(),
                api.throttle(),
                Optional.empty());
    }

    private static Served serve(GatewayApi api, String method, String path) {
        return serve(api, "{\"statusCode\": 200}", TestGateway.call(method, path));
    }

    private static Served serve(GatewayApi api, String answer, Call call) {
        return new TestGateway().of(api, answer).serve(call);
    }
}

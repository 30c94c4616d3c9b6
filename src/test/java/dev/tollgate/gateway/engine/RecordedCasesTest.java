package dev.tollgate.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.function.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as AWS recorded or documents them, case by case with its source. */
class RecordedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/gateway");
    private static final String OK = "{\"statusCode\": 200, \"body\": \"ok\"}";
    private static final Pattern MANY = Pattern.compile("\\*(\\d+)");

    private static List<String> rows(String file) throws IOException {
        return Files.readAllLines(CASES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static List<String> requests() throws IOException {
        return rows("requests.csv");
    }

    static List<String> answers() throws IOException {
        return rows("answers.csv");
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("(?<= )\\|(?= |$)", -1))
                .map(String::strip)
                .toList();
    }

    private static GatewayRoute route(GatewayApi.Kind kind, String key, boolean secured, List<String> required) {
        String[] parts = key.split(" ", -1);
        String payload = kind == GatewayApi.Kind.REST ? "1.0" : "2.0";
        return new GatewayRoute(
                parts[0],
                parts[1],
                secured ? Optional.of(TestGateway.authorizer()) : Optional.empty(),
                List.of(),
                new LocalTarget.Function(key, payload, Duration.ofSeconds(29)),
                required);
    }

    private static GatewayApi api(GatewayApi.Kind kind) {
        List<GatewayRoute> routes = Stream.concat(
                        Stream.of(
                                        "GET /user/{email}",
                                        "GET /hello",
                                        "POST /hello",
                                        "ANY /files/{proxy+}",
                                        "GET /dual",
                                        "POST /dual",
                                        "POST /only")
                                .map(key -> route(kind, key, false, List.of())),
                        Stream.of(
                                route(kind, "GET /needs", false, List.of("header.X-Need", "querystring.q")),
                                route(kind, "GET /secured/{id}", true, List.of())))
                .toList();
        return TestGateway.api(kind, kind == GatewayApi.Kind.REST ? "v1" : "$default", routes);
    }

    private static String many(String text) {
        Matcher matcher = MANY.matcher(text);
        return matcher.replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    private static Call call(String request, String headers, String body) {
        String[] parts = many(request).split("[ ?]", 3);
        List<Header> sent = headers.isEmpty()
                ? List.of()
                : List.of(new Header(headers.split(": ", 2)[0], many(headers.split(": ", 2)[1])));
        return new Call(
                parts[0],
                parts[1],
                parts.length < 3 ? "" : parts[2],
                sent,
                body,
                "203.0.113.7",
                TestGateway.NOW,
                "01234567-89ab-cdef-0123-456789abcdef");
    }

    private static String seen(String what, Reply reply, TestGateway test) throws IOException {
        if (what.equals("status")) {
            return String.valueOf(reply.status());
        } else if (what.equals("body")) {
            return new String(reply.bytes(), StandardCharsets.UTF_8);
        } else if (what.startsWith("header:")) {
            String name = what.substring("header:".length());
            String values = reply.headers().stream()
                    .filter(header -> header.is(name))
                    .map(Header::value)
                    .collect(Collectors.joining(", "));
            return values.isEmpty() ? "none" : values;
        }
        String event = test.events().get(0);
        JsonNode found = new ObjectMapper()
                .readTree(event.substring(event.indexOf("{\"")))
                .at(what);
        return found.isMissingNode() ? "none" : found.asText();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void understandsRequestsAsApiGatewayDoes(String row) throws IOException {
        List<String> cells = cells(row);
        TestGateway test = new TestGateway();

        Reply reply = test.of(api(GatewayApi.Kind.valueOf(cells.get(0))), OK)
                .serve(call(cells.get(1), cells.get(2), ""))
                .reply();

        assertThat(seen(cells.get(3), reply, test)).as(reply.reason()).isEqualTo(cells.get(4));
        assertThat(cells.get(5)).as("its source").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void understandsAnswersAsApiGatewayDoes(String row) throws IOException {
        List<String> cells = cells(row);
        GatewayApi.Kind kind = GatewayApi.Kind.valueOf(cells.get(0));
        TestGateway test = new TestGateway();

        Reply reply = test.of(api(kind), cells.get(1))
                .serve(call(kind == GatewayApi.Kind.REST ? "GET /v1/hello" : "GET /hello", "", ""))
                .reply();

        assertThat(seen(cells.get(2), reply, test)).as(reply.reason()).isEqualTo(cells.get(3));
        assertThat(cells.get(4)).as("its source").isNotEmpty();
    }

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void unpacksBodiesOfARestApi(String encoding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out =
                encoding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            out.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        }
        TestGateway test = new TestGateway();

        test.of(api(GatewayApi.Kind.REST), OK)
                .serve(call(
                        "POST /v1/hello",
                        "Content-Encoding: " + encoding,
                        packed.toString(StandardCharsets.ISO_8859_1)));

        assertThat(test.events()).singleElement().asString().contains("\"body\":\"{\\\"a\\\":1}\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/png              | image/png                        | bytes",
                "image/png              | image/png,image/*                | bytes",
                "image/png              | image/avif,image/png             | text",
                "image/png              | */*                              | text",
                "image/png              |                                  | text",
                "image/*                | image/webp;q=0.9                 | bytes",
                "*/*                    | text/html                        | bytes",
                "*/*                    |                                  | bytes",
                "                       | image/png                        | text",
            })
    void answersWithBytesWhoeverAsksForThemFirst(String types, String accept, String what) {
        GatewayApi plain = api(GatewayApi.Kind.REST);
        GatewayApi binary = new GatewayApi(
                plain.kind(),
                plain.id(),
                plain.account(),
                plain.region(),
                plain.stage(),
                plain.routes(),
                plain.resources(),
                plain.cors(),
                new TreeMap<>(),
                types == null ? List.of() : List.of(types),
                plain.throttle(),
                plain.closed());

        Reply reply = new TestGateway()
                .of(binary, "{\"body\": \"/9j/\", \"isBase64Encoded\": true}")
                .serve(call("GET /v1/hello", accept == null ? "" : "Accept: " + accept, ""))
                .reply();

        assertThat(reply.bytes())
                .isEqualTo(
                        what.equals("text")
                                ? "/9j/".getBytes(StandardCharsets.US_ASCII)
                                : new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    }

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
    @Test
    void customizesNo413() {
        GatewayApi plain = api(GatewayApi.Kind.REST);
        GatewayApi customized = new GatewayApi(
                plain.kind(),
                plain.id(),
                plain.account(),
                plain.region(),
                plain.stage(),
                plain.routes(),
                plain.resources(),
                plain.cors(),
                new TreeMap<>(Map.of(
                        "DEFAULT_4XX",
                        new GatewayResponse(
                                Optional.of(418), new TreeMap<>(Map.of("X-Custom", "yes")), Optional.empty()))),
                List.of(),
                plain.throttle(),
                plain.closed());
        Gateway gateway = new TestGateway().of(customized, OK);

        Reply large = gateway.serve(call("POST /v1/hello", "", "x".repeat(10_600_000)))
                .reply();
        Reply unknown = gateway.serve(call("GET /v1/nowhere", "", "")).reply();

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.header("X-Custom")).isEmpty();
        assertThat(unknown.status()).isEqualTo(418);
        assertThat(unknown.header("X-Custom")).contains("yes");
    }

    /** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REST | 6300000  | 413 | {\"message\":\"Request Too Long\"}",
                "HTTP | 6300000  | 413 | {\"message\":\"Request Entity Too Large\"}",
                "REST | 10600000 | 413 | {\"message\":\"Request Entity Too Large\"}",
                "REST | 100000   | 200 | ok",
            })
    void takesWhatLambdaTakes(GatewayApi.Kind kind, int size, int status, String body) {
        Reply reply = new TestGateway()
                .of(api(kind), OK)
                .serve(call(
                        kind == GatewayApi.Kind.REST ? "POST /v1/hello" : "POST /hello",
                        "Content-Type: text/plain",
                        "x".repeat(size)))
                .reply();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(new String(reply.bytes(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    /** A function's own time is over before the integration's: it has failed; deno_registry2#87, serverless#11222. */
    @ParameterizedTest
    @CsvSource({"HTTP, 3, 500", "HTTP, 29, 503", "REST, 3, 502", "REST, 29, 504"})
    void tellsWhoseTimeIsOver(GatewayApi.Kind kind, int seconds, int status) {
        Reply reply = new TestGateway()
                .of(api(kind), new Invocation.TimedOut(Duration.ofSeconds(seconds)))
                .serve(call(kind == GatewayApi.Kind.REST ? "GET /v1/hello" : "GET /hello", "", ""))
                .reply();

        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"REST, GET /v1/hello, 403", "HTTP, GET /hello, 404"})
    void letsNobodyThroughAClosedDoor(GatewayApi.Kind kind, String request, int status) {
        GatewayApi open = api(kind);
        GatewayApi closed = new GatewayApi(
                kind,
                open.id(),
                open.account(),
                open.region(),
                open.stage(),
                open.routes(),
                open.resources(),
                open.cors(),
                open.responses(),
                open.binaryTypes(),
                open.throttle(),
                Optional.of("nothing is deployed"));

        assertThat(new TestGateway()
                        .of(closed, OK)
                        .serve(call(request, "", ""))
                        .reply()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:api/v1/GET/user/*, 200",
        "arn:api/*/*/user/{email}, 200",
        "arn:api/*, 200",
        "arn:api/v1/POST/user/*, 500",
        "arn:api/v2/GET/user/*, 500",
        "arn:api/v1/GET/users/*, 500",
        "arn:api/v1/ANY/user/*, 500",
        "arn:other/*/*/*, 500",
        "arn:ap?/v1/*/user/*, 200",
        ", 500",
    })
    void callsWhatItMay(String source, int status) {
        InvokeRights rights = new InvokeRights("arn:api", Optional.of(source == null ? List.of() : List.of(source)));
        GatewayRoute route = new GatewayRoute(
                "GET",
                "/user/{email}",
                Optional.empty(),
                List.of(),
                new LocalTarget.Function("f", "1.0", Duration.ofSeconds(29), rights, Optional.empty()),
                List.of());

        Reply reply = new TestGateway()
                .of(TestGateway.api(GatewayApi.Kind.REST, "v1", List.of(route)), OK)
                .serve(call("GET /v1/user/a", "", ""))
                .reply();

        assertThat(reply.status()).as(reply.reason()).isEqualTo(status);
    }
}

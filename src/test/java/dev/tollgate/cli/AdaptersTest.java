package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adapters by which people run their web applications as functions, each with the same application, on both kinds
 * of API.
 */
class AdaptersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ADAPTERS = Path.of("src", "test", "adapters");
    private static final List<String> NAMES =
            List.of("serverless_http", "codegenie", "fastify_lambda", "hono_app", "powertools", "asgi");

    /** Version 2.35 reads every body as text, and keeps the last of several cookies, on AWS too. */
    private static final String TEXT_AND_ONE_COOKIE = "powertools";

    private static final Map<String, ServedTestStack> SERVED = new TreeMap<>();

    @TempDir
    private static Path project;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("npm");
        RequiredTool.orSkip("python3");
        Process install = new ProcessBuilder("src/test/packages", "adapters")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path modules = Path.of(new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .resolve("node_modules");
        assertThat(install.waitFor()).isZero();
        Path source = Files.createDirectories(project.resolve("src/apps"));
        try (Stream<Path> files = Files.list(ADAPTERS.resolve("apps"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, source.resolve(file.getFileName()));
            }
        }
        Files.createDirectories(project.resolve("environments"));
        for (String kind : List.of("http", "rest")) {
            Files.writeString(project.resolve("environments/" + kind + ".tfvars"), environment(kind));
        }
        Synthesis.of(project, project.resolve("out"));
        for (String kind : List.of("http", "rest")) {
            Path stack = project.resolve("out/stacks").resolve(kind);
            answerBytes(stack.resolve("cdk.tf.json"));
            SERVED.put(
                    kind,
                    new ServedTestStack(
                            stack,
                            project.resolve("scratch-" + kind),
                            List.of(),
                            Optional.empty(),
                            Optional.of(modules)));
        }
    }

    @AfterAll
    static void end() {
        SERVED.values().forEach(ServedTestStack::close);
        SERVED.clear();
    }

    private static String environment(String kind) {
        String functions = NAMES.stream()
                .map(name -> "  " + name + " = { source = \"src/apps\", handler = \"" + name
                        + ".handler\", runtime = \"" + (name.equals("asgi") ? "python3.12" : "nodejs22.x")
                        + "\", memory_size = 512, timeout = 29 }\n")
                .collect(Collectors.joining());
        String routes = NAMES.stream()
                .map(name -> "  \"ANY /" + name + "/{proxy+}\" = { function = \"" + name
                        + "\", anonymous = \"tries an adapter\" }\n")
                .collect(Collectors.joining());
        return "name = \"" + kind + "\"\nregion = \"eu-west-1\"\napi_type = \"" + kind + "\"\n"
                + (kind.equals("rest") ? "stage = \"v1\"\n" : "") + "user_pool = {}\nfunctions = {\n" + functions
                + "}\nroutes = {\n" + routes + "}\n";
    }

    /** What the file has no key for: a REST API whose bodies are bytes, as each adapter's guide asks for. */
    private static void answerBytes(Path stack) throws IOException {
        JsonNode emitted = JSON.readTree(stack.toFile());
        if (emitted.at("/resource/aws_api_gateway_rest_api/api") instanceof ObjectNode api) {
            api.putArray("binary_media_types").add("*/*");
            JSON.writeValue(stack.toFile(), emitted);
        }
    }

    static Stream<Arguments> each() {
        return NAMES.stream().flatMap(name -> Stream.of("http", "rest").map(kind -> Arguments.of(name, kind)));
    }

    private static HttpRequest.Builder request(String name, String kind, String path) {
        ServedTestStack served = Objects.requireNonNull(SERVED.get(kind));
        return HttpRequest.newBuilder(
                URI.create(served.address() + served.gateway().api().base() + "/" + name + "/" + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        return JSON.readTree(text);
    }

    @ParameterizedTest
    @MethodSource("each")
    void runsTheApplication(String name, String kind) throws Exception {
        JsonNode hello = json(send(request(name, kind, "hello/ada?q=1&q=2").header("X-Own", "a value")));
        assertThat(hello.path("name").asText()).isEqualTo("ada");
        assertThat(hello.path("q")).extracting(JsonNode::asText).containsExactly("1", "2");
        assertThat(hello.path("own").asText()).isEqualTo("a value");

        JsonNode text = json(send(request(name, kind, "text")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString("grüße, 世界"))));
        assertThat(text.path("text").asText()).isEqualTo("grüße, 世界");

        HttpResponse<byte[]> missing = send(request(name, kind, "missing"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("no such thing");
    }

    @ParameterizedTest
    @MethodSource("each")
    void carriesBytesBothWays(String name, String kind) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        JsonNode sent = json(send(request(name, kind, "bytes")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(all))));
        HttpResponse<byte[]> got = send(request(name, kind, "bytes").header("Accept", "image/png"));

        if (!name.equals(TEXT_AND_ONE_COOKIE)) {
            assertThat(sent.path("length").asInt()).isEqualTo(256);
            assertThat(sent.path("sum").asInt()).isEqualTo(32_640);
        }
        assertThat(got.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(got.body()).containsExactly((byte) 255, (byte) 216, (byte) 0, (byte) 1);
    }

    @ParameterizedTest
    @MethodSource("each")
    void carriesCookiesBothWays(String name, String kind) throws Exception {
        HttpResponse<byte[]> answer = send(request(name, kind, "cookies").header("Cookie", "a=1; b=2"));

        // Some join them without the blank.
        assertThat(json(answer).path("cookie").asText().replaceAll("; *", "; ")).isEqualTo("a=1; b=2");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isEqualTo(
                        name.equals(TEXT_AND_ONE_COOKIE)
                                ? List.of("d=4; Path=/")
                                : List.of("c=3; Path=/", "d=4; Path=/"));
    }
}

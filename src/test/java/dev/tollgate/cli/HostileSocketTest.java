package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client would send to what is served. It is refused, nobody gets in by it, and the server stays up. */
class HostileSocketTest {

    @TempDir
    private static Path folder;

    private static ServedTestStack served;

    @BeforeAll
    static void serve() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stack"));
        String emitted = Files.readString(Synthesis.stackFolder("dev").resolve("cdk.tf.json"));
        // As many as come: what is tried here is not the limit of the stage.
        Files.writeString(
                stack.resolve("cdk.tf.json"), emitted.replace("${var.throttle.", "${10000 + 0 * var.throttle."));
        Path packages = Files.createDirectories(stack.resolve("functions"));
        Files.copy(Synthesis.stackFolder("dev").resolve("functions/books.zip"), packages.resolve("books.zip"));
        served = new ServedTestStack(stack, folder.resolve("scratch"));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    /** Whatever a case did, the next caller is answered: without a token, with 401. */
    @AfterEach
    void staysUp() throws IOException {
        assertThat(RawHttp.get(served.address(), "/books", host())).startsWith("HTTP/1.1 401");
    }

    private static String host() {
        return served.address().getAuthority();
    }

    private static String send(String request) throws IOException {
        return RawHttp.send(
                served.address(),
                request.replace("HOST", host())
                        .replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\0", "\0")
                        .replace("\\t", "\t"));
    }

    /** A second request inside the first, as a proxy and a server would disagree about it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nContent-Length: 40\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nContent-Length: 0\\r\\nContent-Length: 44\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nContent-Length: 5, 6\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nContent-Length: +0\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nTransfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nTransfer-Encoding: chunked, identity\\r\\n\\r\\n0\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books HTTP/1.1\\r\\nHost: HOST\\r\\nHost: other\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books HTTP/1.1\\r\\nHost: HOST\\r\\n X: folded\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books HTTP/1.1\\r\\nHost : HOST\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books HTTP/1.1\\r\\nHost: HOST\\r\\nX\\0: y\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books\\tHTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\nGET /health HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n",
                "GET /books HTTP/9.9\\r\\nHost: HOST\\r\\n\\r\\n",
                "\\0\\0\\0\\0\\r\\n\\r\\n"
            })
    void refusesRequestsThatCouldBeTwo(String request) throws IOException {
        String answer = send(request);

        assertThat(answer).containsPattern("^(HTTP/1.1 (400|401|404|413|414|431|501|505).*|)");
        assertThat(answer).as("a page").doesNotContainIgnoringCase("<html", "jetty", "java");
        assertThat(answer).as("a smuggled request").doesNotContain("HTTP/1.1 200");
    }

    /** The token counts only where one header has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer a\\r\\nAuthorization: Bearer b | 401",
                "Authorization: Bearer a\\r\\nauthorization: Bearer a | 401",
                "Authorization:                                       | 401",
                "X-Authorization: Bearer a                            | 401",
                "Authorization: Basic YTpi                            | 401"
            })
    void takesNoTokenFromHeadersThatAreDoubtful(String headers, int status) throws IOException {
        assertThat(send("GET /books HTTP/1.1\\r\\nHost: HOST\\r\\n" + headers + "\\r\\nConnection: close\\r\\n\\r\\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    /** A path that climbs leads to no file and to no other route. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/book/../../../../etc/passwd",
                "/book/..%2f..%2fetc%2fpasswd",
                "/book/%2e%2e/health",
                "/book/..;/health",
                "//health",
                "/health/../books",
                "/book/%00",
                "/book/%ff%fe",
                "/book/%",
                "/_tollgate/../books",
                "/_tollgate/pools/../../books",
                "http://evil.example/books",
                "/books?access_token=x#y"
            })
    void leadsNowhereByClimbing(String path) throws IOException {
        String answer = RawHttp.get(served.address(), path, host());

        assertThat(answer).containsPattern("^HTTP/1.1 (400|401|403|404)");
        assertThat(answer).doesNotContain("root:");
    }

    /** The first line and all headers: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
    @ParameterizedTest
    @CsvSource({"10100, 401", "10300, 431", "70000, 431"})
    void refusesHeadersThatAreTooLong(int length, int status) throws IOException {
        assertThat(send(headers(length))).startsWith("HTTP/1.1 " + status);
    }

    /** Not a page, as servers make them: the API's own JSON, with an id. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /books HTTP/1.1\\r\\nHost : HOST\\r\\n\\r\\n            | 400 | Bad Request",
                "GET\\t/books HTTP/1.1\\r\\nHost: HOST\\r\\n\\r\\n           | 400 | Bad Request",
                "GET /books HTTP/1.1\\r\\n\\r\\n                           | 400 | Bad Request",
                "GET /books HTTP/9.9\\r\\nHost: HOST\\r\\n\\r\\n             | 505 | HTTP Version Not Supported",
                "POST /book HTTP/1.1\\r\\nHost: HOST\\r\\nContent-Length: x\\r\\n\\r\\n | 400 | Bad Request",
                "LARGE                                               | 431 | Request Header Fields Too Large"
            })
    void answersInJsonWhatIsNoRequest(String request, int status, String message) throws IOException {
        String answer = send(request.equals("LARGE") ? headers(70_000) : request);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/json", "apigw-requestid: ");
        assertThat(answer).endsWith("{\"message\":\"" + message + "\"}");
    }

    @Test
    void hearsNobodyOutWhoseHeadersHaveNoEnd() throws IOException {
        assertThat(send(headers(2_000_000))).matches(answer -> answer.isEmpty() || answer.startsWith("HTTP/1.1 431"));
    }

    private static String headers(int length) {
        return "GET /books HTTP/1.1\\r\\nHost: HOST\\r\\nConnection: close\\r\\nX: " + "a".repeat(length - 9)
                + "\\r\\n\\r\\n";
    }

    /** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html: 10 MB. */
    @ParameterizedTest
    @CsvSource({"10485760, 401", "10485761, 413"})
    void refusesBodiesThatAreTooLarge(int length, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + "/book"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    /** Somebody's name that leads to this machine is no address of it: its pages must not read what is served here. */
    @ParameterizedTest
    @CsvSource({
        "evil.example, 403",
        "evil.example:80, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example, 403",
        "localhost, 401",
        "LOCALHOST:1, 401",
        "127.0.0.1, 401",
        "[::1]:8080, 401"
    })
    void isCalledByAddressesAndNotByNames(String name, int status) throws IOException {
        String answer = RawHttp.get(served.address(), "/books", name);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        if (status == 403) {
            assertThat(answer).endsWith("{\"message\":\"Forbidden\"}");
        }
        String pool = served.gateway().pools().get(0).id();
        assertThat(RawHttp.get(served.address(), "/_tollgate/pools/" + pool + "/.well-known/jwks.json", name))
                .startsWith("HTTP/1.1 " + (status == 403 ? 403 : 404));
    }

    @Test
    void waitsForSlowClientsWithoutKeepingOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket =
                        new Socket(served.address().getHost(), served.address().getPort());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write("POST /book HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }

            assertThat(RawHttp.get(served.address(), "/books", host())).startsWith("HTTP/1.1 401");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}

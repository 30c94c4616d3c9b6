package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for a function's events. */
class RuntimeApiTest {

    private RuntimeApi api;

    @BeforeEach
    void handOver() throws IOException {
        api = new RuntimeApi(Clock.systemUTC());
        api.send("{\"requestId\":\"one\",\"millis\":1000,\"arn\":\"a\"}", "{}".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        api.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: HERE\r\nOrigin: https://elsewhere.example",
                "Host: HERE\r\nSec-Fetch-Site: cross-site",
                "Host: rebound.example"
            })
    void givesNoPageAnEvent(String headers) throws IOException {
        assertThat(asked(headers)).startsWith("HTTP/1.1 403 ");
        assertThat(asked("Host: HERE")).startsWith("HTTP/1.1 200 ").contains("Lambda-Runtime-Aws-Request-Id: one");
    }

    @Test
    void givesTheProcessItsEvent() throws IOException {
        assertThat(asked("Accept: */*")).startsWith("HTTP/1.1 200 ");
    }

    private String asked(String headers) throws IOException {
        String port = api.address().substring(api.address().indexOf(':') + 1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n" + headers.replace("HERE", api.address())
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

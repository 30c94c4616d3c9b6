package dev.tollgate.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The page that people are sent back to takes nobody else's answer. */
class WaitingPageTest {

    private static URI free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/in");
        }
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void takesOnlyWhoeverWasSent() throws Exception {
        try (WaitingPage page = WaitingPage.at(free(), "right")) {
            assertThat(status(page.address() + "?code=evil")).isEqualTo(404);
            assertThat(status(page.address() + "?code=evil&state=wrong")).isEqualTo(404);
            assertThat(status(page.address() + "/else?code=evil&state=right")).isEqualTo(404);
            assertThat(page.sent()).isNotDone();

            assertThat(status(page.address() + "?code=a%2Bb&state=right")).isEqualTo(200);

            assertThat(page.sent().get()).containsEntry("code", "a+b");
        }
    }
}

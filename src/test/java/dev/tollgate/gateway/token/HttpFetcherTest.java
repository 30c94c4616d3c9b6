package dev.tollgate.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An issuer on loopback that answers well, badly, or not at all. */
class HttpFetcherTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> answer(exchange, 200, 1000));
        server.createContext("/large", exchange -> answer(exchange, 200, 600_000));
        server.createContext("/absent", exchange -> answer(exchange, 404, 10));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            answer(exchange, 302, 10);
        });
        server.createContext("/silent", this::hang);
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            hang(exchange);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, int size) throws IOException {
        exchange.sendResponseHeaders(status, size);
        exchange.getResponseBody().write(new byte[size]);
        exchange.close();
    }

    private void hang(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesADocument() throws IOException {
        assertThat(HttpFetcher.asApiGateway().get(address("/good"))).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "/large, more than 524288 bytes",
        "/absent, status 404",
        "/moved, status 302",
        "/silent, ''",
        "/slow, no answer within 1500 ms"
    })
    void givesUpOnEverythingElse(String path, String why) {
        assertThatThrownBy(() -> HttpFetcher.asApiGateway().get(address(path)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}

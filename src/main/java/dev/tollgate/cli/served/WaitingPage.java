package dev.tollgate.cli.served;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Waits at an address of this machine for whoever is sent back there from the sign-in page. */
final class WaitingPage implements AutoCloseable {

    private final URI address;
    private final String state;
    private final HttpServer server;
    private final CompletableFuture<SortedMap<String, String>> sent = new CompletableFuture<>();

    private WaitingPage(URI address, String state, HttpServer server) {
        this.address = address;
        this.state = state;
        this.server = server;
    }

    /** Listens at {@code address} for somebody who comes with {@code state}: nobody else was sent. */
    static WaitingPage at(URI address, String state) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
        WaitingPage page = new WaitingPage(address, state, HttpServer.create(here, 0));
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    URI address() {
        return address;
    }

    String state() {
        return state;
    }

    /** What they come with, once they do. */
    CompletableFuture<SortedMap<String, String>> sent() {
        return sent;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = Optional.ofNullable(address.getPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        SortedMap<String, String> query = query(exchange.getRequestURI().getRawQuery());
        boolean ours = exchange.getRequestURI().getPath().equals(path)
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        query.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8));
        String said = query.containsKey("code") ? "Signed in" : "Not signed in";
        byte[] text = (ours ? said + ": you can close this page." : "Not found.").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().add("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(ours ? 200 : 404, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
        if (ours) {
            sent.complete(query);
        }
    }

    private static SortedMap<String, String> query(String raw) {
        SortedMap<String, String> query = new TreeMap<>();
        for (String pair : Optional.ofNullable(raw).orElse("").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(parts[0], decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

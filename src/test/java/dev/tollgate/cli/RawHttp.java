package dev.tollgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no HTTP client would send. */
final class RawHttp {

    private static final int MOST = 1 << 20;
    private static final int PATIENCE = 30_000;

    private RawHttp() {}

    /** The answer to a GET that calls the server {@code host}. */
    static String get(URI server, String path, String host) throws IOException {
        return send(server, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    /** All that comes back of {@code bytes}, until the server closes; nothing when it does not hear them out. */
    static String send(URI server, String bytes) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                InputStream in = socket.getInputStream();
                return new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
            } catch (SocketException e) {
                // It has heard enough, and closed before all was sent: an answer may be lost on the way.
                return "";
            }
        }
    }
}

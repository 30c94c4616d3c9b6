package dev.tollgate.gateway.function;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One connection of a client of the Runtime API: as much of HTTP/1.1 as such clients speak. The JDK's server would
 * write the names of headers in a case of its own, and scripts look for those of AWS.
 */
final class ApiConnection implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    ApiConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /**
     * A request.
     *
     * @param headers by names in any case
     * @param body no more than one byte beyond what is taken
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, and compared by nobody
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /**
     * The next request; empty when the client has gone. No more than {@code most} bytes of a body are kept, and one.
     */
    Optional<Request> next(int most) throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3) {
            throw new IOException("not a request: " + line);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon), header.substring(colon + 1).strip());
            }
        }
        if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return Optional.of(new Request(words[0], words[1], headers, body(headers, most)));
    }

    private byte[] body(Map<String, String> headers, int most) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            for (long size = size(line(), 16); size > 0; size = size(line(), 16)) {
                keep(size, body, most);
                line();
            }
            while (!line().isEmpty()) {
                // Trailers say nothing.
            }
        } else {
            keep(size(headers.getOrDefault("Content-Length", "0"), 10), body, most);
        }
        return body.toByteArray();
    }

    private static long size(String text, int base) throws IOException {
        try {
            return Long.parseLong(text.replaceFirst(";.*", "").strip(), base);
        } catch (NumberFormatException e) {
            throw new IOException("not a length: " + text, e);
        }
    }

    /** Reads {@code size} bytes and adds them to {@code body}, unless that has too many. */
    private void keep(long size, ByteArrayOutputStream body, int most) throws IOException {
        byte[] chunk = new byte[8192];
        for (long left = size; left > 0; ) {
            int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            body.write(chunk, 0, Math.min(read, Math.max(0, most + 1 - body.size())));
            left -= read;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line is too long");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Answers with JSON; {@code headers} keep their case. */
    void answer(int status, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + (status < 300 ? " OK" : " Refused") + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

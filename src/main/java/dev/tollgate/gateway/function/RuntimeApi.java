package dev.tollgate.gateway.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Runtime API on loopback, for one process that asks it for events: <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">what AWS says of it</a>.
 */
final class RuntimeApi implements Talk {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern OUTCOME = Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");

    /** What Lambda takes for an answer. */
    private static final int MOST = 6_291_556;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerSocket server;
    private final Set<ApiConnection> connections = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Optional<Event>> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final Clock clock;
    private volatile String expected = "";
    private volatile boolean ready;

    /** Listens on a free port of loopback. */
    RuntimeApi(Clock clock) throws IOException {
        this.clock = clock;
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        inBackground(this::listen);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "runtime API");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = server.accept();
                inBackground(() -> talk(client));
            }
        } catch (IOException e) {
            // It is over.
        }
    }

    private void talk(Socket client) {
        try (ApiConnection connection = new ApiConnection(client)) {
            connections.add(connection);
            try {
                Optional<ApiConnection.Request> request = connection.next(MOST);
                while (request.isPresent()) {
                    handle(request.get(), connection);
                    request = connection.next(MOST);
                }
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            // The client has gone; what its process did not say, its end says.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, and compared by nobody
    private record Event(JsonNode header, byte[] body) {}

    /** What the process says; nothing more to come without a frame. */
    private sealed interface Said {}

    private record Spoken(Channel.Frame frame) implements Said {}

    private record Ended() implements Said {}

    /** What the process finds in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Hears of the end of {@code process}. */
    void watch(Process process) {
        CompletableFuture<Void> unused = process.onExit().thenRun(() -> said.add(new Ended()));
    }

    @Override
    public void send(String header, byte[] event) throws IOException {
        JsonNode about = JSON.readTree(header);
        expected = about.path("requestId").asText();
        events.add(Optional.of(new Event(about, event)));
    }

    @Override
    public Channel.Frame receive() throws IOException {
        try {
            if (said.take() instanceof Spoken spoken) {
                return spoken.frame();
            }
            said.add(new Ended());
            throw new EOFException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void say(Channel.Kind kind, String text) {
        said.add(new Spoken(new Channel.Frame(kind, text)));
    }

    private void handle(ApiConnection.Request request, ApiConnection connection)
            throws IOException, InterruptedException {
        Matcher outcome = OUTCOME.matcher(request.path());
        boolean isPost = request.method().equals("POST");
        if (isOfAPage(request)) {
            refuse(connection, 403, "Forbidden", "only the function's own process may ask");
        } else if (request.path().equals(ROOT + "invocation/next") && !isPost) {
            next(connection);
        } else if (request.path().equals(ROOT + "init/error") && isPost) {
            accept(connection, Channel.Kind.NOT_LOADED, error(request));
        } else if (!outcome.matches() || !isPost) {
            refuse(connection, 404, "Runtime.Unknown", "no such path: " + request.path());
        } else if (!outcome.group(1).equals(expected)) {
            refuse(connection, 400, "InvalidRequestID", "the event is over, or never was: " + outcome.group(1));
        } else if (outcome.group(2).equals("error")) {
            expected = "";
            accept(connection, Channel.Kind.ERROR, error(request));
        } else {
            expected = "";
            response(request, connection);
        }
    }

    /** Whether a browser asks: a page anywhere can send requests to this machine, and would take events away. */
    private boolean isOfAPage(ApiConnection.Request request) {
        return request.headers().containsKey("Origin")
                || request.headers().containsKey("Sec-Fetch-Site")
                || !request.headers().getOrDefault("Host", address()).equals(address());
    }

    /** Waits until there is an event: the process is ready, and has nothing to do. */
    private void next(ApiConnection connection) throws IOException, InterruptedException {
        if (!ready) {
            ready = true;
            say(Channel.Kind.READY, "");
        }
        Optional<Event> taken = events.take();
        if (taken.isEmpty()) {
            // For whoever else waits.
            events.add(taken);
            throw new EOFException();
        }
        Event event = taken.get();
        JsonNode header = event.header();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Lambda-Runtime-Aws-Request-Id",
                header.path("requestId").asText(),
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(clock.millis() + header.path("millis").asLong()),
                "Lambda-Runtime-Invoked-Function-Arn",
                header.path("arn").asText()));
        say(Channel.Kind.BEGUN, "");
        connection.answer(200, headers, event.body());
    }

    private void response(ApiConnection.Request request, ApiConnection connection) throws IOException {
        if (request.body().length > MOST) {
            String why = "Response payload size exceeded maximum allowed payload size (" + MOST + " bytes).";
            say(Channel.Kind.ERROR, described("Function.ResponseSizeTooLarge", why));
            refuse(connection, 413, "RequestEntityTooLarge", why);
        } else {
            accept(connection, Channel.Kind.ANSWER, new String(request.body(), StandardCharsets.UTF_8));
        }
    }

    /** Passes on first, so that what the process does next, even to end, comes after. */
    private void accept(ApiConnection connection, Channel.Kind kind, String text) throws IOException {
        say(kind, text);
        connection.answer(202, Map.of(), "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(ApiConnection connection, int status, String type, String message) throws IOException {
        ObjectNode refusal = JSON.createObjectNode().put("errorType", type).put("errorMessage", message);
        connection.answer(status, Map.of(), refusal.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the process says of an error, as {@link Channel.Kind#ERROR} has it. */
    private static String error(ApiConnection.Request request) {
        String text = new String(request.body(), StandardCharsets.UTF_8);
        String type = request.headers().getOrDefault("Lambda-Runtime-Function-Error-Type", "Runtime.Unknown");
        try {
            JsonNode error = JSON.readTree(text);
            ObjectNode told = JSON.createObjectNode();
            told.put("type", error.path("errorType").asText(type));
            told.put("message", error.path("errorMessage").asText(""));
            told.set("trace", error.path("stackTrace").isArray() ? error.path("stackTrace") : JSON.createArrayNode());
            return told.toString();
        } catch (JsonProcessingException e) {
            return described(type, text);
        }
    }

    private static String described(String type, String message) {
        return JSON.createObjectNode().put("type", type).put("message", message).toString();
    }

    @Override
    public void end() {
        said.add(new Ended());
        events.add(Optional.empty());
        try {
            server.close();
            for (ApiConnection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            // Closed already.
        }
    }
}

package dev.tollgate.smoke;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks every route with every credential. */
public final class Matrix {

    private static final Duration LIMIT = Duration.ofSeconds(35);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_OFTEN = 100;

    /** Whose page asks for a preflight. */
    private static final String ORIGIN = "https://smoke.invalid";

    private final HttpClient client;
    private final URI target;
    private final boolean rest;
    private final Duration apart;

    /**
     * Asks the API at {@code target}, scheme and host, which is of {@code rest} kind or HTTP, as fast as it answers.
     */
    public Matrix(URI target, boolean rest) {
        this(target, rest, Duration.ZERO);
    }

    /** The same, with at least {@code apart} between one request and the next. */
    public Matrix(URI target, boolean rest, Duration apart) {
        this.target = target;
        this.rest = rest;
        this.apart = apart;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Every cell, in the order of {@code routes}; {@code asked} hears of each. */
    public List<Attempt> ask(List<SmokeRoute> routes, List<Credential> credentials, Consumer<Attempt> asked)
            throws InterruptedException {
        List<Attempt> cells = new ArrayList<>();
        for (SmokeRoute route : routes) {
            for (Credential credential : credentials) {
                long begun = System.nanoTime();
                Attempt cell = ask(route, credential);
                Thread.sleep(
                        Math.max(0, apart.minusNanos(System.nanoTime() - begun).toMillis()));
                cells.add(cell);
                asked.accept(cell);
            }
        }
        return cells;
    }

    private Attempt ask(SmokeRoute route, Credential credential) throws InterruptedException {
        ExpectedAnswer expected = ExpectedAnswer.of(rest, route, credential);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + route.path()))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        route.isSafe()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (route.method().equals("OPTIONS")) {
            request.header("Origin", ORIGIN).header("Access-Control-Request-Method", "GET");
        }
        credential.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            HttpResponse<Void> response = answered(request.build());
            return new Attempt(route, credential, expected, response.statusCode(), reason(response));
        } catch (IOException e) {
            return new Attempt(route, credential, expected, 0, "no answer: " + e.getMessage());
        }
    }

    /** A stage that is throttled is given time: being asked too often says nothing of authorization. */
    private HttpResponse<Void> answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        for (int again = 0; response.statusCode() == 429 && again < MOST_OFTEN; again++) {
            Thread.sleep(PAUSE.toMillis());
            response = client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        return response;
    }

    /** What each kind of API says of a refusal. */
    private static String reason(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("www-authenticate")
                .or(() -> response.headers().firstValue("x-amzn-errortype"))
                .orElse("");
    }
}

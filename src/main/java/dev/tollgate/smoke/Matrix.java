package dev.tollgate.smoke;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Asks every route with every credential. */
public final class Matrix {

    private static final Duration LIMIT = Duration.ofSeconds(35);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_OFTEN = 100;

    private final HttpClient client;
    private final URI target;
    private final boolean rest;
    private final Optional<CrossOrigin> pages;
    private final ExpectedFailures failures;
    private final Duration apart;
    /** Whether being told to wait has helped so far; of a stage that lets nobody in it would never end. */
    private boolean patient = true;

    /**
     * Asks the API at {@code target}, scheme and host, which is of {@code rest} kind or HTTP, with at least
     * {@code apart} between one request and the next.
     *
     * @param pages which pages may call it, where it answers them
     * @param failures of functions, which are to be expected
     * @param trust whose certificates are good
     */
    public Matrix(
            URI target,
            boolean rest,
            Optional<CrossOrigin> pages,
            ExpectedFailures failures,
            Duration apart,
            SSLContext trust) {
        this.target = target;
        this.rest = rest;
        this.pages = pages;
        this.failures = failures;
        this.apart = apart;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
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
                told(() -> ask(route, credential), cells, asked);
            }
        }
        return cells;
    }

    /**
     * What each page is told that asks for {@code paths}, open routes for OPTIONS: pages that are meant to call the
     * API, {@code others}, and a stranger.
     */
    public List<Attempt> preflights(List<SmokeRoute> paths, Set<String> others, Consumer<Attempt> asked)
            throws InterruptedException {
        List<Attempt> cells = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(pages.map(CrossOrigin::pages).orElse(List.of()));
        all.addAll(others);
        for (SmokeRoute path : pages.isEmpty() ? List.<SmokeRoute>of() : paths) {
            for (String page : all) {
                told(() -> preflight(path, page, pages.get()), cells, asked);
            }
        }
        return cells;
    }

    private interface Asking {
        Attempt ask() throws InterruptedException;
    }

    private void told(Asking asking, List<Attempt> cells, Consumer<Attempt> asked) throws InterruptedException {
        long begun = System.nanoTime();
        Attempt cell = asking.ask();
        Thread.sleep(Math.max(0, apart.minusNanos(System.nanoTime() - begun).toMillis()));
        cells.add(cell);
        asked.accept(cell);
    }

    private Attempt preflight(SmokeRoute route, String page, CrossOrigin rules) throws InterruptedException {
        Credential credential = new Credential("page " + page, Credential.Kind.NONE, Optional.empty(), List.of());
        HttpRequest.Builder request = request(route, credential)
                .header("Origin", page)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization");
        return attempt(route, credential, request, headers -> rules.preflight(page, headers));
    }

    private Attempt ask(SmokeRoute route, Credential credential) throws InterruptedException {
        HttpRequest.Builder request = request(route, credential);
        String page = pages.map(CrossOrigin::page).orElse(CrossOrigin.STRANGER);
        if (pages.isPresent() || route.method().equals("OPTIONS")) {
            request.header("Origin", page);
        }
        if (route.method().equals("OPTIONS")) {
            request.header("Access-Control-Request-Method", "GET");
        }
        ExpectedAnswer expected = expected(route, credential);
        return attempt(route, credential, request, headers -> pages.filter(rules -> route.meant())
                .map(rules -> expected.isLetIn() ? rules.answer(page, headers) : rules.refusal(headers))
                .orElse(List.of()));
    }

    private ExpectedAnswer expected(SmokeRoute route, Credential credential) {
        return ExpectedAnswer.of(rest, route, credential).or(failures.of(route));
    }

    private HttpRequest.Builder request(SmokeRoute route, Credential credential) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + route.path()))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        route.isSafe()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        credential.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    /** Headers are looked at where the status is the one that was expected: another one says enough. */
    private Attempt attempt(
            SmokeRoute route,
            Credential credential,
            HttpRequest.Builder request,
            Function<HttpHeaders, List<String>> differences)
            throws InterruptedException {
        ExpectedAnswer expected = expected(route, credential);
        try {
            HttpResponse<Void> response = answered(request.build());
            boolean met = expected.isMetBy(response.statusCode()) && response.statusCode() < 500;
            return new Attempt(
                    route,
                    credential,
                    expected,
                    response.statusCode(),
                    reason(response),
                    met ? differences.apply(response.headers()) : List.of());
        } catch (IOException e) {
            return new Attempt(route, credential, expected, 0, "no answer: " + e.getMessage(), List.of());
        }
    }

    /** A stage that is throttled is given time: being asked too often says nothing of authorization. */
    private HttpResponse<Void> answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        for (int again = 0; patient && response.statusCode() == 429 && again < MOST_OFTEN; again++) {
            Thread.sleep(PAUSE.toMillis());
            response = client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        patient &= response.statusCode() != 429;
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

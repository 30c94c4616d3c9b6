package dev.tollgate.gateway.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Fetches over HTTP: no redirects, no more than 512 KB, and only so long for all of it. */
public final class HttpFetcher implements Fetcher {

    /** How long API Gateway waits. */
    private static final Duration OF_API_GATEWAY = Duration.ofMillis(1500);

    private static final int MAX_BYTES = 512 * 1024;

    private final HttpClient client;
    private final Duration limit;

    /** {@code trust} says whose certificates are good; {@code limit} is the time for a whole answer. */
    public HttpFetcher(SSLContext trust, Duration limit) {
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** As patient as API Gateway; trusts whom this machine's Java trusts. */
    public static HttpFetcher asApiGateway() {
        try {
            return new HttpFetcher(SSLContext.getDefault(), OF_API_GATEWAY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    @Override
    public byte[] get(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<InputStream>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<byte[]> body = response.thenApplyAsync(HttpFetcher::read);
        try {
            return body.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            end(response);
        }
    }

    private static byte[] read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of an answer that was too slow, so that its reader ends. */
    private static void end(CompletableFuture<HttpResponse<InputStream>> response) throws IOException {
        response.cancel(true);
        if (response.isDone() && !response.isCompletedExceptionally()) {
            response.join().body().close();
        }
    }
}

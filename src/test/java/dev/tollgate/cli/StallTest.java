package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred who are slow, and everybody else is answered all the same: by counts, not by a clock. */
class StallTest {

    private static final int MANY = 300;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final String ENVIRONMENT = """
            name     = "stall"
            region   = "eu-west-1"
            api_type = "http"
            user_pool = {}
            functions = {
              slow  = { source = "src/slow", handler = "index.handler", runtime = "nodejs22.x", timeout = 29 }
              quick = { source = "src/quick", handler = "index.handler", runtime = "nodejs22.x" }
            }
            routes = {
              "GET /slow"   = { function = "slow", anonymous = "to be waited for" }
              "POST /slow"  = { function = "slow", anonymous = "to be waited for" }
              "GET /quick"  = { function = "quick", anonymous = "to be answered" }
            }
            """;

    private static final String SLOW = """
            import { existsSync } from 'node:fs';
            export const handler = async () => {
              while (!existsSync('FILE')) await new Promise(resolve => setTimeout(resolve, 5));
              return { statusCode: 200 };
            };
            """;

    @TempDir
    private Path project;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Path stack() throws IOException {
        Path environments = Files.createDirectories(project.resolve("environments"));
        Files.writeString(environments.resolve("stall.tfvars"), ENVIRONMENT);
        Path slow = Files.createDirectories(project.resolve("src/slow"));
        Files.writeString(
                slow.resolve("index.mjs"),
                SLOW.replace("FILE", project.resolve("go").toString()));
        Path quick = Files.createDirectories(project.resolve("src/quick"));
        Files.writeString(quick.resolve("index.mjs"), "export const handler = async () => ({ statusCode: 200 });");
        Synthesis.of(project, project.resolve("out"));
        return project.resolve("out/stacks/stall");
    }

    private CompletableFuture<Integer> status(URI address) {
        return client.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + PATIENCE;
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Test
    void answersOthersWhileThreeHundredWaitForAFunction() throws IOException {
        RequiredTool.orSkip("node");
        try (ServedTestStack served = new ServedTestStack(stack(), project.resolve("scratch"))) {
            URI quick = URI.create(served.address() + "/quick");
            List<CompletableFuture<Integer>> slow = Stream.generate(
                            () -> status(URI.create(served.address() + "/slow")))
                    .limit(MANY)
                    .toList();
            await(() -> served.site().underway() == MANY);

            assertThat(List.of(status(quick), status(quick), status(quick)))
                    .extracting(CompletableFuture::join)
                    .containsOnly(200);
            assertThat(slow).noneMatch(CompletableFuture::isDone);

            Files.writeString(project.resolve("go"), "");
            assertThat(slow).extracting(CompletableFuture::join).containsOnly(200);
        }
    }

    @Test
    void answersOthersWhileThreeHundredHaveSentHalf() throws IOException {
        RequiredTool.orSkip("node");
        List<Socket> half = new ArrayList<>();
        try (ServedTestStack served = new ServedTestStack(stack(), project.resolve("scratch"))) {
            String host = served.address().getAuthority();
            for (int i = 0; i < MANY; i++) {
                Socket socket =
                        new Socket(served.address().getHost(), served.address().getPort());
                half.add(socket);
                socket.getOutputStream()
                        .write(("POST /slow HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 100\r\n\r\nhalf")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }

            assertThat(status(URI.create(served.address() + "/quick")).join()).isEqualTo(200);
            assertThat(served.site().underway())
                    .as("calls that nobody has finished sending")
                    .isZero();
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }
}

package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Launcher;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tollgate serve} as a process, beside an emulator that holds its tables. */
class ServeTest {

    @TempDir
    private static Path folder;

    private static Emulator emulator;
    private static Path launcher;

    @BeforeAll
    static void prepare() {
        RequiredTool.orSkip("node");
        RequiredTool.orSkip("python3");
        emulator = Emulator.start();
        launcher = Launcher.shared();
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(emulator.environment());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("NO_COLOR", "1");
        return environment;
    }

    private record Serving(Process process, URI address, Path said) {

        static Serving start(Path said) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                            launcher.toString(), "serve", "-e", "dev", "--stacks", stacks().toString(), "--port", "0")
                    .redirectError(said.toFile());
            builder.environment().putAll(environment());
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("console: ")) {
                    return new Serving(process, URI.create(line.substring(9).replace("/_tollgate/", "")), said);
                }
            }
            throw new AssertionError(Files.readString(said));
        }

        /** Ends it as a terminal would, and waits. */
        void stop() throws InterruptedException {
            List<ProcessHandle> functions =
                    new ArrayList<>(process.descendants().toList());
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            functions.forEach(function -> function.onExit().join());
        }
    }

    private static Path stacks() {
        return Synthesis.stackFolder("dev").resolve("../..").normalize();
    }

    private static HttpResponse<String> get(URI address, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersFromTheTablesThatItMakes() throws Exception {
        Serving serving = Serving.start(folder.resolve("first"));
        try {
            URI books = serving.address().resolve("/books");
            String token = Run.of(
                            Path.of("."),
                            environment(),
                            List.of(
                                    launcher.toString(),
                                    "token",
                                    "-e",
                                    "dev",
                                    "--client",
                                    "reader",
                                    "--stacks",
                                    stacks().toString(),
                                    "--target",
                                    serving.address().toString()))
                    .succeeded()
                    .output()
                    .strip();

            assertThat(get(books, "").statusCode()).isEqualTo(401);
            HttpResponse<String> answer = get(books, token);
            assertThat(answer.statusCode())
                    .as(answer.body() + Files.readString(serving.said()))
                    .isEqualTo(200);
            assertThat(answer.body()).contains("Pride and Prejudice");
        } finally {
            serving.stop();
        }
        assertThat(Files.readString(serving.said())).contains("table `books-dev`", "made, with 5 items");

        Serving again = Serving.start(folder.resolve("second"));
        again.stop();
        assertThat(Files.readString(again.said())).contains("exists already, unchanged");
    }
}

package dev.tollgate.gateway.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tollgate.finding.UserError;
import dev.tollgate.testing.Folder;
import dev.tollgate.testing.RequiredTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debuggers attach to real processes. */
class DebuggerTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> log = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temp;

    @Test
    void opensNodeToAnInspector() throws IOException, InterruptedException {
        RequiredTool.orSkip("node");
        new Folder(temp).write("index.mjs", "export const handler = async event => event;\n");
        try (DebugPort port = DebugPort.of("f", free());
                FunctionRunner runner = runner("index.handler", "nodejs22.x", port)) {
            runner.start();

            assertThat(version(port)).contains("\"Browser\": \"node.js/");
            assertThat(invoke(runner)).isEqualTo(new Invocation.Answered("{}"));
        }
    }

    private static String version(DebugPort port) throws IOException, InterruptedException {
        // An offer of HTTP/2 would be taken for one of WebSockets.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + port.address() + "/json/version"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void waitsForTheFormerProcessAndForWhoeverLooksAtABreakpoint() throws IOException, InterruptedException {
        RequiredTool.orSkip("node");
        Folder folder = new Folder(temp);
        folder.write("index.mjs", """
                import { existsSync } from 'node:fs';
                export const handler = async () => {
                  console.log('begun');
                  while (!existsSync('go')) await new Promise(resolve => setTimeout(resolve, 5));
                  return process.pid;
                };
                """);
        try (DebugPort port = DebugPort.of("f", free());
                FunctionRunner next = runner("index.handler", "nodejs22.x", port)) {
            FunctionRunner former = runner("index.handler", "nodejs22.x", port);
            CompletableFuture<Invocation> underway = CompletableFuture.supplyAsync(() -> invoke(former));
            Runs.await(() -> log.contains("begun"));
            CompletableFuture<Void> starting = CompletableFuture.runAsync(next::start);
            assertThat(next.running()).isZero();
            folder.write("go", "");
            Invocation answered = underway.join();
            former.endIdle();
            former.endIdle();
            assertThat(former.running())
                    .as("it is kept for whoever is attached")
                    .isEqualTo(1);
            assertThat(starting).isNotDone();

            former.close();
            starting.join();

            assertThat(version(port)).contains("node.js/");
            assertThat(answered).isInstanceOf(Invocation.Answered.class);
            assertThat(invoke(next)).isInstanceOf(Invocation.Answered.class).isNotEqualTo(answered);
        }
    }

    /** A time-out of a millisecond, which a function that is debugged does not have. */
    private static Invocation invoke(FunctionRunner runner) {
        return runner.invoke("{}".getBytes(StandardCharsets.UTF_8), SHORT);
    }

    @Test
    void opensJavaToADebugger() throws IOException {
        OwnRuntimesTest.compile(temp);
        try (DebugPort port = DebugPort.of("f", free());
                FunctionRunner runner = runner("ShopHandler::handleRequest", "java17", port)) {
            runner.start();

            assertThat(handshake(port)).isEqualTo("JDWP-Handshake");
        }
    }

    private static String handshake(DebugPort port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            byte[] word = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(word);
            return new String(socket.getInputStream().readNBytes(word.length), StandardCharsets.US_ASCII);
        }
    }

    /** A stand-in for the module, which a package brings: what it is asked for is what counts. */
    @Test
    void hasTheModuleOfAPythonPackageListen() throws IOException {
        RequiredTool.orSkip("python3");
        Folder folder = new Folder(temp);
        folder.write("app.py", "import debugpy\ndef handler(event, context): return debugpy.asked\n");
        folder.write("debugpy/__init__.py", """
                asked = []
                def listen(address, **options):
                    asked.append([*address, options])
                """);
        try (DebugPort port = DebugPort.of("f", free());
                FunctionRunner runner = runner("app.handler", "python3.12", port)) {
            assertThat(invoke(runner))
                    .isEqualTo(new Invocation.Answered(
                            "[[\"127.0.0.1\", " + port.port() + ", {\"in_process_debug_adapter\": true}]]"));
        }
    }

    /** Where the machine's own Python has the module, nobody is refused. */
    @Test
    void refusesPythonWithoutTheModule() throws IOException, InterruptedException {
        RequiredTool.orSkip("python3");
        new Folder(temp).write("app.py", "");
        assumeTrue(new ProcessBuilder("python3", "-c", "import debugpy").start().waitFor() != 0);
        try (DebugPort port = DebugPort.of("f", free())) {
            assertThatThrownBy(() -> runner("app.handler", "python3.12", port))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exit()).isEqualTo(UserError.Exit.ENVIRONMENT);
                        assertThat(error.hint()).contains(" -m pip install debugpy`, or pack it with the function");
                    })
                    .hasMessageMatching("function `dev-f` needs `debugpy` for `--debug`, which neither its package nor"
                            + " `.*python3?[0-9.]*` has");
        }
    }

    @Test
    void refusesAProgram() throws IOException {
        new Folder(temp).write("bootstrap", "#!/bin/sh\n");
        try (DebugPort port = DebugPort.of("f", free())) {
            assertThatThrownBy(() -> runner("", "provided.al2023", port))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.exit()).isEqualTo(UserError.Exit.USAGE))
                    .hasMessage("`--debug` cannot open function `dev-f` to a debugger: `provided.al2023` starts a"
                            + " program of its own");
        }
    }

    @Test
    void refusesAPortThatIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DebugPort.of("f", other.getLocalPort()))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.exit()).isEqualTo(UserError.Exit.ENVIRONMENT))
                    .hasMessageStartingWith("cannot debug `f` at 127.0.0.1:" + other.getLocalPort() + ": ");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private FunctionRunner runner(String handler, String runtime, DebugPort port) {
        LocalFunction function = new LocalFunction("dev-f", temp, handler, runtime, 128, SHORT, new TreeMap<>());
        return new FunctionRunner(
                function,
                Runs.surroundings(Optional.empty()),
                8,
                Optional.of(port),
                (name, line) -> log.add(line),
                UUID::randomUUID);
    }
}

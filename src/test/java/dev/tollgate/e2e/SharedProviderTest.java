package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in for the provider outlives what Terraform does to it on a busy machine. */
class SharedProviderTest {

    private static final Path STAND_IN = ProviderMirror.PROGRAMS.resolve("provider");

    /** Asks a stand-in to end as Terraform does, and prints the answer's status. */
    private static final String SHUTDOWN = """
            const client = require("node:http2").connect("http://localhost", {
              createConnection: () => require("node:net").connect(process.argv[1]),
            });
            const call = client.request({ ":method": "POST", ":path": "/plugin.GRPCController/Shutdown" });
            call.on("response", (headers) => console.log(headers[":status"]));
            call.on("close", () => client.close());
            call.end();
            """;

    /** Terraform waits two seconds for a plugin that it asked to end, and kills it then. */
    @Test
    void servesOnAfterAStandInWasKilledBeforeItsEndIsAskedFor() throws Exception {
        try (SharedProvider provider = SharedProvider.start(List.of())) {
            Process killed = standIn(provider.environment());
            String socket = socketOf(killed);
            killed.destroyForcibly().waitFor();

            Run shutdown = Run.of(Path.of("."), Map.of(), List.of("node", "-e", SHUTDOWN, socket));
            assertThat(shutdown.output()).contains("200");

            Process next = standIn(provider.environment());
            assertThat(socketOf(next)).isNotEqualTo(socket);
            next.destroyForcibly().waitFor();
            assertThat(provider.process().isAlive()).isTrue();
        }
    }

    @Test
    void saysAtOnceThatNothingServes() throws Exception {
        SharedProvider provider = SharedProvider.start(List.of());
        provider.process().destroyForcibly().waitFor();

        Process standIn = standIn(provider.environment());

        assertThat(standIn.waitFor()).isEqualTo(1);
    }

    private static Process standIn(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(STAND_IN.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The socket in the line that go-plugin waits for. */
    private static String socketOf(Process standIn) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(standIn.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).startsWith("1|5|unix|").endsWith("|grpc");
        return line.substring("1|5|unix|".length(), line.length() - "|grpc".length());
    }
}

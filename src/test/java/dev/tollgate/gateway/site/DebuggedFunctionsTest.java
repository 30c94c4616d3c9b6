package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.DebugPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DebuggedFunctionsTest {

    private static final TreeMap<String, String> SERVED =
            new TreeMap<>(Map.of("books", "dev-books", "token_check", "dev-token-check"));

    @Test
    void knowsAFunctionByEachOfItsNames() throws IOException {
        for (String asked : new String[] {"token-check", "token_check", "dev-token-check"}) {
            try (DebugPort port = DebugPort.of(asked, free())) {
                DebuggedFunctions debugged = new DebuggedFunctions(new TreeMap<>(Map.of(asked, port)));

                debugged.refuseUnknown(SERVED);

                assertThat(debugged.of("token_check", "dev-token-check")).contains(port);
                assertThat(debugged.of("books", "dev-books")).isEmpty();
            }
        }
    }

    @Test
    void refusesOneThatNobodyCalls() throws IOException {
        try (DebugPort port = DebugPort.of("orders", free())) {
            assertThatThrownBy(() -> new DebuggedFunctions(new TreeMap<>(Map.of("orders", port))).refuseUnknown(SERVED))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exit()).isEqualTo(UserError.Exit.USAGE);
                        assertThat(error.hint()).isEqualTo("name one of `books`, `token_check`");
                    })
                    .hasMessage("`--debug` names `orders`, a function that no route and no user pool calls");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

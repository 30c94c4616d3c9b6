package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.cli.served.LocalCredentials;
import dev.tollgate.cli.served.MeantClients;
import dev.tollgate.cli.served.SmokeRoutes;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.smoke.Attempt;
import dev.tollgate.smoke.Credential;
import dev.tollgate.smoke.ExpectedFailures;
import dev.tollgate.smoke.Matrix;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token says and opens: the same as the served gateway answers, and nothing that a stranger could inject. */
class DecodeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    private static CommandOutcome decode(String piped, String... args) {
        return CommandOutcome.of(
                Map.of(),
                terminal -> terminal.reading(new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8))),
                Stream.concat(Stream.of("decode"), Stream.of(args)).toList());
    }

    private static CommandOutcome of(String environment, URI site, String token, String... more) {
        String stacks =
                Synthesis.stackFolder(environment).resolve("../..").normalize().toString();
        List<String> args =
                new ArrayList<>(List.of("-e", environment, "--stacks", stacks, "--target", site.toString()));
        args.addAll(Arrays.asList(more));
        return decode("Bearer " + token + "\n", args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "example"})
    void opensWhatTheServedGatewayOpensForEveryCredential(String environment) throws Exception {
        RequiredTool.orSkip("python3");
        try (ServedTestStack served =
                new ServedTestStack(Synthesis.stackFolder(environment), folder.resolve("scratch"))) {
            List<Credential> credentials = new LocalCredentials(
                            served.gateway(), new SecureRandom(), true, MeantClients.asServed())
                    .all().stream()
                            .filter(one -> one.kind() != Credential.Kind.NONE
                                    && !one.name().equals("garbage"))
                            .toList();
            Map<String, JsonNode> told = new TreeMap<>();
            for (Credential credential : credentials) {
                String token = credential.token().orElseThrow();
                CommandOutcome outcome = of(environment, served.address(), token, "--json");
                JSON.readTree(outcome.out())
                        .path("routes")
                        .forEach(route -> told.put(
                                credential.name() + " at " + route.path("route").asText(), route));
            }
            boolean rest = served.gateway().api().kind() == GatewayApi.Kind.REST;
            List<Attempt> cells = new Matrix(
                            served.address(),
                            rest,
                            Optional.empty(),
                            new ExpectedFailures(),
                            Duration.ZERO,
                            SSLContext.getDefault())
                    .ask(SmokeRoutes.of(served.gateway().api()), credentials, cell -> {});
            for (Attempt cell : cells) {
                JsonNode route = told.get(
                        cell.credential().name() + " at " + cell.route().key());
                if (route == null) {
                    assertThat(cell.route().method()).isEqualTo("OPTIONS");
                    continue;
                }
                boolean refused = cell.actual() == 401 || cell.actual() == 403;
                assertThat(route.path("opens").asBoolean())
                        .as(route + " but " + cell)
                        .isEqualTo(!refused);
                assertThat(route.path("status").asInt(cell.actual())).isEqualTo(cell.actual());
            }
            assertThat(told).isNotEmpty();
        }
    }

    @Test
    void showsClaimsTimesAndRoutes() {
        try (ServedTestStack served = new ServedTestStack(Synthesis.stackFolder("dev"), folder.resolve("scratch"))) {
            String token = good(served);

            CommandOutcome outcome = of("dev", served.address(), token);

            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out())
                    .containsPattern("(?m)^  alg +RS256$")
                    .containsPattern("(?m)^  token_use +access$")
                    .containsPattern("(?m)^  exp +20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, in (59|60) min$")
                    .containsPattern("(?m)^  iat +.* ago$")
                    .containsPattern("(?m)^client reader$")
                    .containsPattern("(?m)^GET /books +yes +the scope books/read$")
                    .containsPattern("(?m)^POST /book +no, 403 +no scope books/write$")
                    .containsPattern("(?m)^GET /health +yes +anyone may call$")
                    .contains("signature checked: by the issuer's keys")
                    .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        }
    }

    /** A folder and a plan are stacks, too; another's ids say nothing of a client's name. */
    @Test
    void takesFoldersAndPlansAsServeDoes() throws IOException {
        Path stack = Synthesis.stackFolder("dev");
        try (ServedTestStack served = new ServedTestStack(stack, folder.resolve("scratch"))) {
            String token = good(served);

            CommandOutcome outcome = decode(
                    "",
                    token,
                    "--dir",
                    stack.toString(),
                    "--target",
                    served.address().toString());

            assertThat(outcome.out())
                    .contains("signature checked: by the issuer's keys")
                    .containsPattern("(?m)^client reader$")
                    .containsPattern("(?m)^GET /books +yes +the scope books/read$");
            assertThat(decode("", token, "--dir", stack.toString(), "-e", "dev").exit())
                    .isEqualTo(2);
            assertThat(decode("", token, "--dir", stack.toString(), "--target", "deployed")
                            .err())
                    .contains("add `-e NAME`");
            assertThat(decode("", token, "--plan-json", "src/test/resources/none.json")
                            .err())
                    .contains("name a file with the output of `terraform show -json PLANFILE`");
        }
    }

    @Test
    void saysThatTheSignatureIsNotChecked() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String token;
        try (ServedTestStack served = new ServedTestStack(Synthesis.stackFolder("dev"), folder.resolve("scratch"))) {
            token = good(served);
        }

        assertThat(of("dev", URI.create("http://127.0.0.1:" + port), token).out())
                .contains("signature not checked: issuer `http://127.0.0.1:")
                .containsPattern("GET /books +yes +the scope books/read");
        assertThat(decode("", token).out())
                .contains("signature not checked: no stack is named with -e, --dir or --plan-json");
        assertThat(decode("", token, "--json").out()).contains("\"signature\" : \"not_checked\"");
    }

    private static String good(ServedTestStack served) {
        return new LocalCredentials(served.gateway(), new SecureRandom(), true, MeantClients.asServed())
                .all().stream()
                        .filter(one -> one.scopes().equals(List.of("books/read"))
                                && one.name().startsWith("client "))
                        .findFirst()
                        .flatMap(Credential::token)
                        .orElseThrow();
    }

    @Test
    void asksNobodyForKeysInTheOpen() {
        CommandOutcome outcome =
                of("dev", URI.create("http://127.0.0.1.example.com:8080"), "eyJhbGciOiJSUzI1NiJ9.e30.c2ln");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("use an https URL, or one on 127.0.0.1");
    }

    @Test
    void refusesWhatNobodySigned() {
        try (ServedTestStack served = new ServedTestStack(Synthesis.stackFolder("dev"), folder.resolve("scratch"))) {
            String[] parts = good(served).split("\\.", -1);
            String none = encoded("{\"alg\":\"none\",\"kid\":\"x\"}") + "." + parts[1] + ".";
            String tampered = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

            for (String token : List.of(none, tampered)) {
                assertThat(of("dev", served.address(), token).out())
                        .contains("signature refused: ")
                        .containsPattern("GET /books +no, 401 +the token is refused: s")
                        .containsPattern("GET /health +yes");
            }
        }
    }

    static List<String> hostile() {
        String header = encoded("{\"alg\":\"RS256\",\"kid\":\"../../etc/passwd\"}");
        return List.of(
                "",
                "-",
                ".",
                "..",
                "a.b.c",
                "Bearer",
                "Bearer Bearer x",
                "a".repeat(100_000),
                header + "." + encoded("{\"a\":" + "[".repeat(3000) + "}") + ".x",
                header + "." + encoded("[1]") + ".x",
                header + "." + encoded("{\"a\":1,\"a\":2}") + ".x",
                header + "." + encoded("{\"a\":1}") + ".x\nsecond line",
                "\u0000\u0007" + ESCAPE + "[2J",
                header + "." + encoded("{\"\\u001b[31mname\":\"\\u001b]0;title\\u0007\\nGET /books  yes\\u202e\"}")
                        + ".x",
                header + "." + encoded("{\"exp\":1e999999999,\"iat\":-1e999999999,\"nbf\":\"soon\",\"auth_time\":[]}")
                        + ".x",
                header + "." + encoded("{\"exp\":253402300800,\"iat\":0.5,\"nbf\":null}") + ".x",
                encoded("{\"alg\":\"HS256\",\"crit\":[\"x\"]}") + "." + encoded("{}") + ".",
                header + "." + encoded("{\"iss\":{\"a\":[]},\"scope\":7,\"aud\":false}") + ".");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void neverCrashesAndInjectsNothing(String token) {
        for (String[] more : List.of(new String[0], new String[] {"--json"})) {
            CommandOutcome alone = decode(token, more);
            CommandOutcome held = of("dev", URI.create("http://127.0.0.1:9"), token, more);

            for (CommandOutcome outcome : List.of(alone, held)) {
                assertThat(outcome.exit()).as(outcome.err()).isIn(0, 1);
                assertThat(outcome.exit() == 0).isEqualTo(outcome.err().isEmpty());
                assertThat(outcome.out() + outcome.err()).doesNotContain(ESCAPE, "\u0007", "\u0000", "\u202e");
                assertThat(outcome.out().lines().filter(line -> line.startsWith("GET /books  yes")))
                        .isEmpty();
                assertThat(outcome.out().length() + outcome.err().length()).isLessThan(60_000);
            }
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

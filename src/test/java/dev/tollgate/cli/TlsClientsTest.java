package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.site.LocalCertificate;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code token}, {@code decode} and {@code smoke} ask {@code serve --tls}, whose certificate they are told to trust.
 */
class TlsClientsTest {

    private static final Path STACK = Synthesis.stackFolder("dev");

    @TempDir
    private static Path folder;

    private static LocalCertificate certificate;
    private static ServedTestStack served;

    @BeforeAll
    static void serve() throws InterruptedException {
        RequiredTool.orSkip("python3");
        certificate = LocalCertificate.in(folder.resolve("keep"), "127.0.0.1", Clock.systemUTC());
        served = new ServedTestStack(STACK, folder.resolve("scratch"), List.of(), Optional.of(certificate));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    private static CommandOutcome run(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "-e",
                "dev",
                "--stacks",
                STACK.resolve("../..").normalize().toString(),
                "--target",
                served.address().toString()));
        args.addAll(Arrays.asList(more));
        return CommandOutcome.of(Map.of(), terminal -> terminal, args);
    }

    private static String ca() {
        return certificate.pem().toString();
    }

    @Test
    void askWhoeverShowsTheCertificate() {
        CommandOutcome token = run("token", "--client", "reader", "--ca", ca());
        assertThat(token.exit()).as(token.err()).isZero();
        assertThat(run("decode", "--ca", ca(), token.out().strip()).out())
                .contains("signature checked: by the issuer's keys")
                .containsPattern("GET /books +yes");
    }

    @Test
    void askEveryRouteWithEveryCredential() {
        CommandOutcome smoke = run("smoke", "--ca", ca(), "--rate", "1000");

        assertThat(smoke.out())
                .as(smoke.err())
                .contains("client reader")
                .containsPattern("GET /books +no token +401 +401 +ok");
    }

    @Test
    void askNobodyElseAndSayWhatHelps() throws Exception {
        CommandOutcome token = run("token", "--client", "reader");
        CommandOutcome smoke = run("smoke");
        Path other = LocalCertificate.in(folder.resolve("other"), "127.0.0.1", Clock.systemUTC())
                .pem();

        assertThat(token.exit()).isEqualTo(3);
        assertThat(token.err()).contains("no answer from", "`--ca FILE`");
        assertThat(token.out()).isEmpty();
        assertThat(smoke.exit()).isEqualTo(3);
        assertThat(smoke.err()).contains("`--ca FILE`");
        assertThat(run("token", "--client", "reader", "--ca", other.toString()).exit())
                .isEqualTo(3);
        assertThat(run(
                                "token",
                                "--client",
                                "reader",
                                "--ca",
                                Files.writeString(folder.resolve("x.pem"), "x").toString())
                        .err())
                .contains("is not a file of PEM certificates");
    }
}

package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.cli.Tollgate;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.testing.RequiredTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What `doctor --aws` says of accounts, through AWS's own command line. */
class DoctorAccountTest {

    private static String doctor(Emulator emulator, String environment) {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.keySet().removeAll(java.util.List.of("AWS_PROFILE", "AWS_CA_BUNDLE", "AWS_REGION"));
        variables.putAll(emulator.environment());
        StringWriter out = new StringWriter();
        new Tollgate(Terminal.of(new PrintWriter(out), new PrintWriter(out), variables, false))
                .run("doctor", "-e", environment, "--aws", "--timeout", "60");
        return out.toString();
    }

    @Test
    void tellsAnEmptyAccountFromOneThatIsPrepared() {
        RequiredTool.orSkip("aws");
        try (Emulator emulator = Emulator.start()) {
            String empty = doctor(emulator, "prod");
            emulator.prepare("--zone", "example.com", "--cloudwatch-role");
            String prepared = doctor(emulator, "prod");

            assertThat(empty)
                    .containsPattern("AWS identity +ok +arn:aws:sts::")
                    .containsPattern("hosted zone +failed +this account has no public zone `example.com`")
                    .containsPattern("role for logs +failed +API Gateway has no role for logs")
                    .doesNotContain("parent of auth");
            assertThat(prepared)
                    .containsPattern("hosted zone +ok")
                    .containsPattern("parent of auth +failed +`example.com` has no A record in the zone")
                    .containsPattern("role for logs +ok +arn:aws:iam::");
        }
    }
}

package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the suppressions of an environment file may name, wherever they judge. */
class CatalogueTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "mfa-weakened, -",
                "user-pool-deletable, no finding of `user-pool-deletable` is about `user_pool`",
                "name-taken, findings of `name-taken` cannot be suppressed",
                "unknown-key, findings of `unknown-key` cannot be suppressed",
                "name-takn, there is no rule `name-takn` that can be suppressed"
            })
    void saysWhichOfThemNobodyMayAccept(String rule, String message) throws IOException {
        new Folder(temp).write("environments/dev.tfvars", """
                name = "books"
                region = "eu-west-1"
                api_type = "none"
                suppress = [{ rule = "%s", subject = "user_pool", reason = "a test" }]
                """.formatted(rule));

        List<Finding> findings = new Pipeline(temp, LocalDate.of(2026, 11, 21))
                .validate(List.of("dev")).get(0).findings().stream()
                        .filter(finding -> finding.rule().equals("suppression-unused"))
                        .toList();

        assertThat(findings.stream().map(Finding::message))
                .containsExactlyElementsOf(message == null ? List.of() : List.of(message));
    }
}

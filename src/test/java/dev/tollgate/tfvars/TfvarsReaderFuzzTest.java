package dev.tollgate.tfvars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, reading them ends, soon, in values or in findings of ours. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class TfvarsReaderFuzzTest {

    @ParameterizedTest
    @ValueSource(strings = {"soup.tfvars", "soup.tfvars.json"})
    void survivesTokensInNoOrder(String name) {
        Mutation mutation = new Mutation(new Random(20250103));
        for (int i = 0; i < Integer.getInteger("fuzz", 7_000); i++) {
            assertReads(name, mutation.soup(60));
        }
    }

    @Test
    void survivesSpoiledFiles() throws IOException {
        Random random = new Random(20250104);
        List<Path> originals = Corpus.files("valid").stream()
                .filter(file -> file.toFile().length() < 2000)
                .toList();
        for (int i = 0; i < Integer.getInteger("fuzz", 6_000); i++) {
            Path original = originals.get(random.nextInt(originals.size()));
            assertReads(original.toString(), new Mutation(random).of(Files.readAllBytes(original)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{", "(", "{a=", "[{a=[", "-", "!", "\"${", "<<E\n${", "f(", "a[", "1+", "true?1:", "\\", "1",
                "x.", "{\"a\":", "1,", "?"
            })
    void survivesEndlessRepetition(String piece) {
        byte[] content = ("a = " + piece.repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        assertReads("x.tfvars", content);
        assertReads("x.tfvars.json", piece.repeat(50_000).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReads(String name, byte[] content) {
        Parsed parsed = TfvarsReader.parse(name, content);
        assertThat(parsed.findings()).allSatisfy(TfvarsReaderFuzzTest::assertOurs);
    }

    /** ANTLR's and Jackson's own words never reach the user. */
    private static void assertOurs(Finding finding) {
        assertThat(finding.rule()).isIn("syntax-error", "duplicate-key", "not-a-literal");
        assertThat(finding.message())
                .doesNotContain("expecting", "mismatched input", "viable", "Unexpected", "JSON spec");
        assertThat(finding.subject()).isNotNull();
        assertThat(finding.hint()).isPresent();
    }
}

package dev.tollgate.tfvars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code x.tfvars} that is refused stands beside {@code x.tfvars.findings}; {@code -Dgolden=true} rewrites them.
 */
final class FindingsCorpusTest {

    @TestFactory
    Stream<DynamicTest> findsExactlyWhatIsExpected() {
        return Stream.of("invalid", "stricter")
                .flatMap(folder -> Corpus.files(folder).stream())
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> findsWhatIsExpected(file)));
    }

    @TestFactory
    Stream<DynamicTest> findsNothingInValidFiles() {
        return Corpus.files("valid").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(findings(file))
                        .isEmpty()));
    }

    private static void findsWhatIsExpected(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName() + ".findings");
        if (Boolean.getBoolean("golden")) {
            Files.writeString(expected, findings(file));
        }
        assertThat(findings(file)).isNotEmpty().isEqualTo(Files.readString(expected));
    }

    private static String findings(Path file) {
        return Corpus.parse(file).findings().stream()
                .map(FindingsCorpusTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        return finding.location().line() + ":" + finding.location().column() + ": "
                + finding.severity().word() + ": " + finding.message() + " [" + finding.rule() + "]\n";
    }
}

package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.check.CheckRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule over Terraform has a bad case and a good one. */
class TerraformCatalogueTest {

    private static final Path CASES = Path.of("src/test/resources/rules");

    static List<String> rules() {
        return Rules.ofTerraform().stream().map(CheckRule::id).toList();
    }

    @Test
    void hasNoCaseOfARuleThatIsNotThere() throws IOException {
        try (Stream<Path> cases = Files.list(CASES).filter(Files::isDirectory)) {
            assertThat(cases.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(rules());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasABadAndAGoodCase(String rule) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(rule))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();

            assertThat(names).anyMatch(name -> name.matches("bad.*\\.(tf|plan)\\.json"));
            assertThat(names).anyMatch(name -> name.matches("good.*\\.(tf|plan)\\.json"));
        }
    }
}

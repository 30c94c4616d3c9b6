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

/** Every rule is listed once, and has a page, a bad case and a good one. */
class TerraformCatalogueTest {

    private static final Path CASES = Path.of("src/test/resources/rules");
    private static final Path PAGES = Path.of("src/main/resources/dev/tollgate/check/rule");

    static List<String> rules() {
        return Rules.ofTerraform().stream().map(CheckRule::id).toList();
    }

    @Test
    void listsTheCatalogueInOrderAndEachRuleOnce() {
        assertThat(rules()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void hasNoPageAndNoCaseOfARuleThatIsNotThere() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES);
                Stream<Path> cases = Files.list(CASES).filter(Files::isDirectory)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsAll(rules())
                    .isSubsetOf(Rules.ids());
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

    @ParameterizedTest
    @MethodSource("rules")
    void saysOnItsPageWhyAndHowToFixWithABadAndAGoodExample(String rule) throws IOException {
        String page = Files.readString(PAGES.resolve(rule + ".md"));

        assertThat(page).startsWith("## Why\n\n").contains("\n## How to fix\n\n");
        assertThat(page).containsPattern("\n## Bad\n\n```(json|hcl)\n").containsPattern("\n## Good\n\n```(json|hcl)\n");
    }
}

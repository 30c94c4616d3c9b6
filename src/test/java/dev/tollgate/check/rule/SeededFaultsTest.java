package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.review.ReviewedChanges;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much is found, and how much of it is true; {@code make figures} writes the page. */
class SeededFaultsTest {

    private static final Path BESIDE = Path.of("src/test/resources/seeded/beside.txt");
    private static final Path PAGE = Path.of("docs/figures.md");

    private static List<SeededFaults.Outcome> outcomes;

    @BeforeAll
    static void judge() throws IOException {
        outcomes = SeededFaults.all();
    }

    @Test
    void findsNineOfTenInEitherView() {
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(120);
        assertThat(share(SeededFaults.Outcome::fresh)).as(missed()).isGreaterThanOrEqualTo(90);
        assertThat(share(SeededFaults.Outcome::applied)).as(missed()).isGreaterThanOrEqualTo(95);
        assertThat(share(SeededFaults.Outcome::both)).as(missed()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void saysWhyEachOtherOneIsNotFound() {
        assertThat(outcomes).filteredOn(outcome -> !outcome.both()).allMatch(outcome -> !outcome.unfound()
                .isEmpty());
        assertThat(outcomes).filteredOn(outcome -> !outcome.unfound().isEmpty()).noneMatch(SeededFaults.Outcome::both);
    }

    /** What review's own cases hold one by one, in one number. */
    @Test
    void namesWhatChangesAndNothingElse() {
        assertThat(ReviewedChanges.spoken(ReviewedChanges.SAYS))
                .isEqualTo(ReviewedChanges.count(ReviewedChanges.SAYS))
                .isGreaterThan(150);
        assertThat(ReviewedChanges.spoken(ReviewedChanges.SILENT)).isZero();
    }

    @Test
    void namesRulesThatAreThere() {
        assertThat(outcomes).allMatch(outcome -> Rules.find(outcome.rule()).isPresent());
    }

    @Test
    void holdsThePage() throws IOException {
        FiguresPage page = new FiguresPage(outcomes);
        Golden.hold(PAGE, page.text());
        Golden.hold(BESIDE, page.beside());
    }

    private static String missed() {
        return outcomes.stream()
                .filter(outcome -> !outcome.both())
                .map(SeededFaults.Outcome::toString)
                .toList()
                .toString();
    }

    private static double share(Predicate<SeededFaults.Outcome> found) {
        return 100.0 * outcomes.stream().filter(found).count() / outcomes.size();
    }
}

package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.review.ReviewedChanges;
import dev.tollgate.testing.Golden;
import dev.tollgate.testing.SeededPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is found, and how much of it is true; {@code make figures} writes the page. */
class SeededFaultsTest {

    private static final Path BESIDE = Path.of("src/test/resources/seeded/beside.txt");
    private static final Path BESIDE_HCL = Path.of("src/test/resources/seeded/beside-hcl.txt");
    private static final Path PAGE = Path.of("docs/figures.md");

    private static List<SeededFaults.Outcome> outcomes;
    private static List<SeededFaults.Outcome> hcl;

    @BeforeAll
    static void judge() throws IOException {
        outcomes = SeededFaults.all();
        hcl = SeededFaults.ofHcl();
    }

    @Test
    void findsNineOfTenInEitherView() {
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(120);
        holdsShares(outcomes);
    }

    /** What Terraform makes of a person's HCL hides no more than what it makes of a stack as JSON. */
    @Test
    void findsThemInHandWrittenHclAsTerraformPlanned() {
        List<SeededFaults.Outcome> planned =
                hcl.stream().filter(SeededFaults.Outcome::isPlanned).toList();

        assertThat(planned).hasSizeGreaterThanOrEqualTo(180);
        holdsShares(planned);
        assertThat(planned)
                .filteredOn(outcome -> !outcome.both())
                .allMatch(outcome -> !outcome.fault().unfound().isEmpty());
    }

    private static void holdsShares(List<SeededFaults.Outcome> of) {
        assertThat(share(of, SeededFaults.Outcome::fresh)).as(missed(of)).isGreaterThanOrEqualTo(90);
        assertThat(share(of, SeededFaults.Outcome::applied)).as(missed(of)).isGreaterThanOrEqualTo(95);
        assertThat(share(of, SeededFaults.Outcome::both)).as(missed(of)).isGreaterThanOrEqualTo(90);
    }

    @Test
    void saysWhyEachOtherOneIsNotFound() {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.both())
                .allMatch(outcome -> !outcome.fault().unfound().isEmpty());
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.fault().unfound().isEmpty())
                .noneMatch(SeededFaults.Outcome::both);
    }

    /** Before an apply and after one, with its module, {@code for_each} and {@code count}. */
    @ParameterizedTest
    @CsvSource({"rest, plan", "rest, applied", "http, plan", "http, applied"})
    void saysNothingOfTheGoodStackInHcl(String stack, String view) throws IOException {
        JsonNode good = SeededPlans.read(stack, view).getOrDefault(SeededPlans.GOOD, MissingNode.getInstance());

        assertThat(good.path("resource_changes")).hasSizeGreaterThan(40);
        assertThat(SeededFaults.told(good.toString())).isEmpty();
    }

    /** Not counted is only what Terraform says, or what its plan leaves as it was. */
    @Test
    void countsEveryFaultThatTerraformPlans() throws IOException {
        SortedMap<String, JsonNode> plans = SeededPlans.read("rest", "applied");

        assertThat(hcl).filteredOn(outcome -> !outcome.isPlanned()).hasSizeLessThan(10);
        assertThat(hcl)
                .filteredOn(outcome -> !outcome.fault().kept().isEmpty())
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(action(plans, outcome.fault().name(), "aws_cognito_user_pool.users"))
                        .isEqualTo("no-op"));
    }

    private static String action(SortedMap<String, JsonNode> plans, String name, String address) {
        return plans.getOrDefault(name, MissingNode.getInstance())
                .path("resource_changes")
                .valueStream()
                .filter(change -> change.path("address").asText().equals(address))
                .map(change -> change.at("/change/actions/0").asText())
                .findFirst()
                .orElseThrow();
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
        assertThat(outcomes)
                .allMatch(outcome -> Rules.find(outcome.fault().rule()).isPresent());
    }

    @Test
    void holdsThePage() throws IOException {
        Golden.hold(PAGE, new FiguresPage(outcomes, hcl).text());
        Golden.hold(BESIDE, FiguresPage.beside(outcomes));
        Golden.hold(BESIDE_HCL, FiguresPage.beside(hcl));
    }

    private static String missed(List<SeededFaults.Outcome> of) {
        return of.stream()
                .filter(outcome -> !outcome.both())
                .map(SeededFaults.Outcome::toString)
                .toList()
                .toString();
    }

    private static double share(List<SeededFaults.Outcome> of, Predicate<SeededFaults.Outcome> found) {
        return 100.0 * of.stream().filter(found).count() / of.size();
    }
}

package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Severity;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much of what AWS's guides warn of is found; {@code make figures} writes the page. */
class SeededFaultsTest {

    private static final Path FOREIGN = Path.of("src/test/resources/foreign");
    private static final Path SEEDED = Path.of("src/test/resources/seeded");
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
        assertThat(share(SeededFaults.Outcome::applied)).as(missed()).isGreaterThanOrEqualTo(90);
        assertThat(share(SeededFaults.Outcome::both)).as(missed()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void saysWhyEachOtherOneIsNotFound() {
        assertThat(outcomes).filteredOn(outcome -> !outcome.both()).allMatch(outcome -> !outcome.unfound()
                .isEmpty());
        assertThat(outcomes).filteredOn(outcome -> !outcome.unfound().isEmpty()).noneMatch(SeededFaults.Outcome::both);
    }

    @Test
    void namesRulesThatAreThere() {
        assertThat(outcomes).allMatch(outcome -> Rules.find(outcome.rule()).isPresent());
    }

    @Test
    void holdsThePage() throws IOException {
        Golden.hold(PAGE, page());
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

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What `check` finds

                Measured on the stacks of `src/test/resources/seeded` and `src/test/resources/foreign`; `make figures` measures again and writes this page. Before and
                after mean the plan before the first apply of a stack, and the one after it, which is what a pull request has.

                ## Faults seeded into good stacks

                Each is a small edit of one of two good stacks, a REST API and an HTTP API with a user pool, functions, a table and a domain, after what AWS's guides
                warn of. It is found where the rule that is meant for it says so; another rule's word does not count.

                | | faults | before | after | in both |
                |---|--:|--:|--:|--:|
                """);
        Map<String, List<SeededFaults.Outcome>> groups = new TreeMap<>();
        outcomes.forEach(outcome -> groups.computeIfAbsent(outcome.guide(), key -> new ArrayList<>())
                .add(outcome));
        groups.forEach((guide, group) -> page.append(row(guide, group)));
        page.append(row("**all**", outcomes));
        page.append("\nIn both views: %.1f %%.\n".formatted(share(SeededFaults.Outcome::both)));
        page.append("\n### Not found, and why\n\n");
        outcomes.stream()
                .filter(outcome -> !outcome.both())
                .forEach(outcome -> page.append("- %s, %s (`%s`), %s: %s.\n"
                        .formatted(
                                outcome.stack().equals("rest") ? "REST" : "HTTP",
                                outcome.name(),
                                outcome.rule(),
                                outcome.applied()
                                        ? "before an apply"
                                        : outcome.fresh() ? "after an apply" : "in either view",
                                outcome.unfound())));
        page.append("""

                ## Stacks as Terraform planned them

                Errors and warnings in plans that Terraform itself made, against the emulator. Of a good stack any is a false one.

                | stack | | before | after |
                |---|---|--:|--:|
                """);
        for (String stack : List.of("rest", "http")) {
            page.append("| `seeded/%s` | good | %d | %d |\n"
                    .formatted(
                            stack,
                            grave(SEEDED.resolve(stack + ".plan.json")),
                            grave(SEEDED.resolve(stack + ".applied.json"))));
        }
        List<Path> stacks;
        try (Stream<Path> folders = Files.list(FOREIGN)) {
            stacks = folders.filter(folder -> Files.exists(folder.resolve("plan.json")))
                    .sorted()
                    .toList();
        }
        for (Path stack : stacks) {
            Path applied = stack.resolve("applied.json");
            String name = stack.getFileName().toString();
            page.append("| `foreign/%s` | %s | %d | %s |\n"
                    .formatted(
                            name,
                            name.startsWith("quiet-") ? "good" : "with its mistakes",
                            grave(stack.resolve("plan.json")),
                            Files.exists(applied) ? grave(applied) : "-"));
        }
        return page.toString();
    }

    private static long grave(Path plan) throws IOException {
        return SeededFaults.said(plan).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .count();
    }

    private static String row(String guide, List<SeededFaults.Outcome> group) {
        return "| %s | %d | %d | %d | %d |\n"
                .formatted(
                        guide,
                        group.size(),
                        group.stream().filter(SeededFaults.Outcome::fresh).count(),
                        group.stream().filter(SeededFaults.Outcome::applied).count(),
                        group.stream().filter(SeededFaults.Outcome::both).count());
    }
}

package dev.tollgate.check.rule;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.review.ReviewedChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/figures.md}: how much {@code check} and {@code review} find, and how much of what they say is true. */
final class FiguresPage {

    private static final Path FOREIGN = Path.of("src/test/resources/foreign");
    private static final Path SEEDED = Path.of("src/test/resources/seeded");

    private final List<SeededFaults.Outcome> outcomes;
    private final List<SeededFaults.Outcome> hcl;

    /** {@code hcl} are those of the stacks as hand-written HCL. */
    FiguresPage(List<SeededFaults.Outcome> outcomes, List<SeededFaults.Outcome> hcl) {
        this.outcomes = outcomes;
        this.hcl = hcl;
    }

    String text() throws IOException {
        return head() + faults() + unfound() + handWritten() + stacks();
    }

    /** What else is said at each fault of {@code outcomes}, to be read: it is a consequence of the fault, or false. */
    static String beside(List<SeededFaults.Outcome> outcomes) {
        TreeSet<String> lines = new TreeSet<>();
        for (SeededFaults.Outcome outcome : outcomes) {
            Stream.concat(grave(outcome.before().told()), grave(outcome.after().told()))
                    .filter(finding -> !outcome.isMeant(finding))
                    .forEach(finding -> lines.add("%s: %s: %s: %s\n"
                            .formatted(
                                    outcome.fault().stack(),
                                    outcome.fault().name(),
                                    finding.rule(),
                                    finding.message())));
        }
        return String.join("", lines);
    }

    /** The second column of each pair is what the build of commit 697968a says of the same plans, run once. */
    private String head() {
        long changes = ReviewedChanges.count(ReviewedChanges.SAYS);
        long alike = ReviewedChanges.count(ReviewedChanges.SILENT);
        return """
                # What `check` and `review` find

                Measured on the stacks of `src/test/resources/seeded`, `src/test/resources/foreign` and the changes of `src/test/resources/review`; `make figures`
                measures again and writes this page. Before and after mean the plan before the first apply of a stack, and the one after it, which is what a pull
                request has. Formerly is what the build of commit 697968a said of the same plans.

                | | now | formerly |
                |---|--:|--:|
                | seeded faults found, before an apply | %s | 62 of 195 |
                | seeded faults found, after an apply | %s | 61 of 195 |
                | the same in hand-written HCL, as Terraform planned it, before | %s | |
                | the same, after | %s | |
                | errors and warnings that are true, before | %s | 99 of 103 |
                | errors and warnings that are true, after | %s | 99 of 775 |
                | changes that `review` names | %d of %d | 74 of 179 |
                | changes that only look like one, and are named | %d of %d | 17 of 124 |

                A fault is found where the rule that is meant for it says so, under its present or a former name; another rule's word does not count. What else
                is said of a stack with a fault stands in `src/test/resources/seeded/beside.txt`, and was read line by line: each is a consequence of the fault.
                What was false formerly: `exclusive-policy-attachment`, `record-bypasses-domain` and `stage-never-deploys` of attributes that AWS had filled in,
                and scopes of an authorizer whose pool is not known.

                """.formatted(
                        share(outcomes, SeededFaults.Outcome::fresh),
                        share(outcomes, SeededFaults.Outcome::applied),
                        share(planned(), SeededFaults.Outcome::fresh),
                        share(planned(), SeededFaults.Outcome::applied),
                        said(SeededFaults.Outcome::before),
                        said(SeededFaults.Outcome::after),
                        ReviewedChanges.spoken(ReviewedChanges.SAYS),
                        changes,
                        ReviewedChanges.spoken(ReviewedChanges.SILENT),
                        alike);
    }

    private static String share(List<SeededFaults.Outcome> outcomes, Predicate<SeededFaults.Outcome> found) {
        return outcomes.stream().filter(found).count() + " of " + outcomes.size();
    }

    /** Those that Terraform does not refuse itself. */
    private List<SeededFaults.Outcome> planned() {
        return hcl.stream().filter(SeededFaults.Outcome::isPlanned).toList();
    }

    private String said(Function<SeededFaults.Outcome, SeededFaults.Seen> view) {
        long all = outcomes.stream()
                .mapToLong(outcome -> grave(view.apply(outcome).told()).count())
                .sum();
        return all + " of " + all;
    }

    private String faults() {
        StringBuilder page = new StringBuilder("""
                ## Faults seeded into good stacks

                Each is a small edit of one of two good stacks, a REST API and an HTTP API with a user pool, functions, a table and a domain, after what AWS's guides
                warn of.

                | | faults | before | after | in both |
                |---|--:|--:|--:|--:|
                """);
        Map<String, List<SeededFaults.Outcome>> groups = outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.fault().guide(), TreeMap::new, Collectors.toList()));
        groups.forEach((guide, group) -> page.append(row(guide, group)));
        return page.append(row("**all**", outcomes)).append('\n').toString();
    }

    private String unfound() {
        StringBuilder page = new StringBuilder("### Not found, and why\n\n");
        outcomes.stream()
                .filter(outcome -> !outcome.both())
                .forEach(outcome -> page.append("- %s, %s (`%s`), %s: %s.\n"
                        .formatted(
                                outcome.fault().stack().equals("rest") ? "REST" : "HTTP",
                                outcome.fault().name(),
                                outcome.fault().rule(),
                                outcome.applied()
                                        ? "before an apply"
                                        : outcome.fresh() ? "after an apply" : "in either view",
                                outcome.fault().unfound())));
        return page.append('\n').toString();
    }

    private String handWritten() {
        StringBuilder page = new StringBuilder("""
                ### In hand-written HCL, planned by Terraform

                The same two stacks as HCL, with a module, `for_each`, `count` and locals, lie in `src/test/resources/seeded/hcl`. Terraform 1.11 with provider 5.100.0
                planned every fault twice: where nothing is there yet, and as a pull request that brings it into a stack that is applied. A test plans some of
                them anew in each run. What is said beside a fault stands in `src/test/resources/seeded/beside-hcl.txt`, and was read as well.

                """);
        page.append("Not found, and not for a reason above:\n\n");
        List<String> other = planned().stream()
                .filter(outcome -> !outcome.both() && outcome.fault().unfound().isEmpty())
                .map(outcome -> "- " + outcome + ".\n")
                .toList();
        page.append(other.isEmpty() ? "- none.\n" : String.join("", other));
        page.append("\nTerraform refuses these itself, or leaves what is applied as it is; they are not counted:\n\n");
        hcl.stream()
                .filter(outcome -> !outcome.isPlanned())
                .forEach(outcome -> page.append("- %s, %s: %s.\n"
                        .formatted(
                                outcome.fault().stack().equals("rest") ? "REST" : "HTTP",
                                outcome.fault().name(),
                                outcome.unplanned())));
        return page.append('\n').toString();
    }

    private static String stacks() throws IOException {
        StringBuilder page = new StringBuilder("""
                ## Stacks as Terraform planned them

                Errors and warnings in plans that Terraform itself made, against the emulator. Of a good stack any is a false one; what is said of the others stands
                in `findings.txt` beside each, and was read.

                | stack | | before | after |
                |---|---|--:|--:|
                """);
        for (String stack : List.of("rest", "http")) {
            page.append("| `seeded/%s` | good | %d | %d |\n"
                    .formatted(
                            stack,
                            graveIn(SEEDED.resolve(stack + ".plan.json")),
                            graveIn(SEEDED.resolve(stack + ".applied.json"))));
        }
        List<Path> stacks = new ArrayList<>();
        try (Stream<Path> folders = Files.list(FOREIGN)) {
            folders.filter(folder -> Files.exists(folder.resolve("plan.json")))
                    .sorted()
                    .forEach(stacks::add);
        }
        for (Path stack : stacks) {
            Path applied = stack.resolve("applied.json");
            String name = stack.getFileName().toString();
            page.append("| `foreign/%s` | %s | %d | %s |\n"
                    .formatted(
                            name,
                            name.startsWith("quiet-") ? "good" : "with its mistakes",
                            graveIn(stack.resolve("plan.json")),
                            Files.exists(applied) ? graveIn(applied) : "-"));
        }
        return page.toString();
    }

    private static long graveIn(Path plan) throws IOException {
        return grave(SeededFaults.told(Files.readString(plan))).count();
    }

    private static Stream<Finding> grave(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() != Severity.NOTE);
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

package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.model.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the findings that somebody accepts, and finds the suppressions that accept nothing. */
public final class Suppressions {

    /** The rule of a suppression that matches no finding, or has expired. */
    public static final String UNUSED = "suppression-unused";

    /** The rule of a suppression that names a rule by what it was called once. */
    public static final String RENAMED = "rule-renamed";

    private final Collection<String> judged;
    private final Naming naming;

    /** @param judged the rules that the findings come from; a suppression of another one is left alone */
    public Suppressions(Collection<String> judged, Naming naming) {
        this.judged = List.copyOf(judged);
        this.naming = naming;
    }

    /**
     * {@code findings}, each that one of {@code acceptances} suppresses marked so, a warning for every acceptance that
     * matches none, and a note for each that names a rule as it was called once; sorted.
     */
    public List<Finding> apply(List<Finding> findings, List<Acceptance> acceptances) {
        List<Finding> applied = new ArrayList<>(marked(findings, acceptances));
        for (Acceptance acceptance : acceptances) {
            unused(acceptance, findings).ifPresent(applied::add);
            renamed(acceptance, findings).ifPresent(applied::add);
        }
        return applied.stream().sorted().toList();
    }

    /** {@code findings}, each that one of {@code acceptances} suppresses marked so. */
    public List<Finding> marked(List<Finding> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .map(finding -> acceptances.stream()
                        .filter(acceptance -> acceptance.expiredOn().isEmpty()
                                && judged.contains(finding.rule())
                                && acceptance.isAbout(finding, naming))
                        .findFirst()
                        .map(acceptance ->
                                finding.suppressed(acceptance.suppression().reason()))
                        .orElse(finding))
                .toList();
    }

    private Optional<Finding> unused(Acceptance acceptance, List<Finding> findings) {
        Suppression suppression = acceptance.suppression();
        List<String> meant = naming.meant(suppression.rule());
        if (meant.isEmpty() && naming.isRule(suppression.rule())) {
            return Optional.of(unused(
                    acceptance,
                    "findings of `" + suppression.rule() + "` cannot be suppressed",
                    "fix what it finds, and remove the suppression"));
        }
        if (meant.isEmpty()) {
            return Optional.of(unused(
                    acceptance,
                    "there is no rule `" + suppression.rule() + "` that can be suppressed",
                    Suggestion.nearest(suppression.rule(), naming.ids())
                            .map(id -> "did you mean `" + id + "`?")
                            .orElse("a rule's id stands in brackets at the end of a finding")));
        }
        if (acceptance.expiredOn().isPresent()) {
            return Optional.of(unused(
                    acceptance,
                    "the suppression of `" + suppression.rule() + "` about `" + suppression.subject()
                            + "` has expired with `" + acceptance.expiredOn().get() + "`",
                    "fix the finding, or give the suppression a later date"));
        }
        boolean matches = findings.stream().anyMatch(finding -> acceptance.isAbout(finding, naming));
        return matches || !judged.containsAll(meant)
                ? Optional.empty()
                : Optional.of(unused(
                        acceptance,
                        "no finding of `" + suppression.rule() + "` is about `" + suppression.subject() + "`",
                        meant(suppression, meant, findings)));
    }

    private Optional<Finding> renamed(Acceptance acceptance, List<Finding> findings) {
        Suppression suppression = acceptance.suppression();
        SortedSet<String> now = new TreeSet<>();
        findings.stream()
                .filter(finding -> acceptance.isAbout(finding, naming))
                .forEach(finding -> now.add(finding.rule()));
        return now.isEmpty() || now.contains(suppression.rule())
                ? Optional.empty()
                : Optional.of(Finding.of(
                        RENAMED,
                        Severity.NOTE,
                        acceptance.name(),
                        acceptance.location(),
                        "the rule `" + suppression.rule() + "` is called `" + String.join("` and `", now) + "` now",
                        "write `rule = \"" + now.first() + "\"`"));
    }

    private static String meant(Suppression suppression, List<String> rules, List<Finding> findings) {
        Stream<String> subjects = findings.stream()
                .filter(finding -> rules.contains(finding.rule()))
                .map(Finding::subject);
        List<String> found = List.copyOf(subjects.collect(Collectors.toCollection(TreeSet::new)));
        if (found.isEmpty()) {
            return "remove it; the rule finds nothing in this file";
        }
        return Suggestion.nearest(suppression.subject(), found)
                .map(subject -> "did you mean `" + subject + "`?")
                .orElse("remove it; the rule's findings are about `" + String.join("`, `", found) + "`");
    }

    private static Finding unused(Acceptance acceptance, String message, String hint) {
        return Finding.of(UNUSED, Severity.WARNING, acceptance.name(), acceptance.location(), message, hint);
    }
}

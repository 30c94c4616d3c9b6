package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.model.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the findings that somebody accepts, and finds the suppressions that accept nothing. */
public final class Suppressions {

    /** The rule of a suppression that matches no finding, or has expired. */
    public static final String UNUSED = "suppression-unused";

    private final Collection<String> judged;
    private final Collection<String> known;
    private final Function<Finding, List<String>> names;

    /**
     * @param judged the rules that the findings come from
     * @param known every rule there is; a suppression of one that was not judged here is left alone
     * @param names what a suppression may call that which a finding is about
     */
    public Suppressions(Collection<String> judged, Collection<String> known, Function<Finding, List<String>> names) {
        this.judged = List.copyOf(judged);
        this.known = List.copyOf(known);
        this.names = names;
    }

    /**
     * {@code findings}, each that one of {@code acceptances} suppresses marked so, and a warning for every acceptance
     * that matches none; sorted.
     */
    public List<Finding> apply(List<Finding> findings, List<Acceptance> acceptances) {
        List<Finding> applied = new ArrayList<>(marked(findings, acceptances));
        for (Acceptance acceptance : acceptances) {
            unused(acceptance, findings).ifPresent(applied::add);
        }
        return applied.stream().sorted().toList();
    }

    /** {@code findings}, each that one of {@code acceptances} suppresses marked so. */
    public List<Finding> marked(List<Finding> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .map(finding -> acceptances.stream()
                        .filter(acceptance ->
                                judged.contains(finding.rule()) && acceptance.accepts(finding, names.apply(finding)))
                        .findFirst()
                        .map(acceptance ->
                                finding.suppressed(acceptance.suppression().reason()))
                        .orElse(finding))
                .toList();
    }

    private Optional<Finding> unused(Acceptance acceptance, List<Finding> findings) {
        Suppression suppression = acceptance.suppression();
        if (!known.contains(suppression.rule())) {
            return Optional.of(unused(
                    acceptance,
                    "there is no rule `" + suppression.rule() + "` that can be suppressed",
                    Suggestion.nearest(suppression.rule(), known)
                            .map(id -> "did you mean `" + id + "`?")
                            .orElse("a rule's id stands in brackets at the end of a finding")));
        }
        if (acceptance.expiredOn().isPresent()) {
            return Optional.of(unused(
                    acceptance,
                    "the suppression of `" + suppression.rule() + "` about `" + suppression.subject()
                            + "` has expired with `" + acceptance.expiredOn().get() + "`",
                    "mend what it accepts, or decide again and give it a later day"));
        }
        boolean matches = findings.stream().anyMatch(finding -> acceptance.isAbout(finding, names.apply(finding)));
        return matches || !judged.contains(suppression.rule())
                ? Optional.empty()
                : Optional.of(unused(
                        acceptance,
                        "no finding of `" + suppression.rule() + "` is about `" + suppression.subject() + "`",
                        meant(suppression, findings)));
    }

    private static String meant(Suppression suppression, List<Finding> findings) {
        Stream<String> subjects = findings.stream()
                .filter(finding -> finding.rule().equals(suppression.rule()))
                .map(Finding::subject);
        List<String> found = List.copyOf(subjects.collect(Collectors.toCollection(TreeSet::new)));
        if (found.isEmpty()) {
            return "remove it; the rule has nothing to say about this file";
        }
        return Suggestion.nearest(suppression.subject(), found)
                .map(subject -> "did you mean `" + subject + "`?")
                .orElse("remove it; the rule's findings are about `" + String.join("`, `", found) + "`");
    }

    private static Finding unused(Acceptance acceptance, String message, String hint) {
        return Finding.of(UNUSED, Severity.WARNING, acceptance.name(), acceptance.location(), message, hint);
    }
}

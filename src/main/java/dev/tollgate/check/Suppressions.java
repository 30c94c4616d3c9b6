package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Origins;
import dev.tollgate.finding.Severity;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks the findings that an environment accepts, and finds the suppressions that accept nothing. */
public final class Suppressions {

    /** The rule of a suppression that matches no finding. */
    public static final String UNUSED = "unused-suppression";

    private Suppressions() {}

    /**
     * {@code findings}, each that {@code environment} suppresses marked so, and a warning for every suppression that
     * matches none; sorted.
     *
     * @param judged the rules that these findings come from
     * @param known every rule there is; a suppression of one that was not judged here is left alone
     */
    public static List<Finding> apply(
            List<Finding> findings,
            Environment environment,
            Origins origins,
            Collection<String> judged,
            Collection<String> known) {
        List<Suppression> suppressions = environment.suppressions();
        List<Finding> applied = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Suppression> match = suppressions.stream()
                    .filter(s -> judged.contains(finding.rule()) && matches(s, finding))
                    .findFirst();
            applied.add(match.map(s -> finding.suppressed(s.reason())).orElse(finding));
        }
        for (int i = 0; i < suppressions.size(); i++) {
            Suppression suppression = suppressions.get(i);
            KeyPath path = KeyPath.of("suppress", i);
            if (!known.contains(suppression.rule())) {
                applied.add(unused(
                        path,
                        origins,
                        "there is no rule `" + suppression.rule() + "` that can be suppressed",
                        Suggestion.nearest(suppression.rule(), known)
                                .map(id -> "did you mean `" + id + "`?")
                                .orElse("a rule's id stands in brackets at the end of a finding")));
            } else if (judged.contains(suppression.rule())
                    && findings.stream().noneMatch(finding -> matches(suppression, finding))) {
                applied.add(unused(
                        path,
                        origins,
                        "no finding of `" + suppression.rule() + "` is about `" + suppression.subject() + "`",
                        meant(suppression, findings)));
            }
        }
        return applied.stream().sorted().toList();
    }

    private static boolean matches(Suppression suppression, Finding finding) {
        return suppression.rule().equals(finding.rule())
                && suppression.subject().equals(finding.subject());
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

    private static Finding unused(KeyPath path, Origins origins, String message, String hint) {
        return Finding.of(UNUSED, Severity.WARNING, path.subject(), origins.locate(path), message, hint);
    }
}

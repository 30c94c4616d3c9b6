package dev.tollgate.pipeline;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.OtherRules;
import dev.tollgate.check.rule.Rules;
import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.finding.UserError;
import dev.tollgate.review.Kind;
import dev.tollgate.review.ReviewRule;
import dev.tollgate.review.ReviewRules;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules, by the names that people call them. */
public final class Catalogue {

    /** The rules of reviews, of which a suppression can accept all but what AWS refuses. */
    static final OtherRules REVIEWS = new OtherRules(
            Catalogue::suppressibleInReviews,
            () -> ReviewRules.ALL.stream().map(ReviewRule::id).collect(Collectors.toSet()));

    private Catalogue() {}

    /** All rules' ids, sorted. */
    public static List<String> ids() {
        return List.copyOf(Rules.ids());
    }

    /** All rules, sorted by id. */
    public static List<Rule> rules() {
        return Rules.described().stream().map(CheckRule::described).toList();
    }

    private static SortedMap<String, List<String>> suppressibleInReviews() {
        SortedMap<String, List<String>> names = new TreeMap<>();
        ReviewRules.ALL.stream()
                .filter(rule -> rule.kind() != Kind.REFUSED)
                .forEach(rule -> names.put(rule.id(), List.of()));
        return names;
    }

    /** The rule called {@code id}, today or once. */
    public static Rule find(String id) {
        return Rules.described().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .or(() -> Rules.named(id).stream().findFirst())
                .orElseThrow(() -> unknown(id, Rules.ids()))
                .described();
    }

    /** The rules over Terraform called {@code ids}, today or once; all of them when none is named. */
    public static List<CheckRule> terraform(List<String> ids) {
        List<CheckRule> all = Rules.ofTerraform();
        for (String id : ids) {
            if (all.stream().noneMatch(rule -> Rules.named(id).contains(rule))) {
                throw unknown(id, all.stream().map(CheckRule::id).toList());
            }
        }
        return all.stream()
                .filter(rule ->
                        ids.isEmpty() || ids.contains(rule.id()) || ids.stream().anyMatch(rule.formerly()::contains))
                .toList();
    }

    private static UserError unknown(String id, Collection<String> known) {
        return new UserError(
                UserError.Exit.USAGE,
                "unknown rule `" + id + "`",
                Suggestion.nearest(id, known)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse("there are " + String.join(", ", known)));
    }
}

package dev.tollgate.pipeline;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.environment.EnvironmentRules;
import dev.tollgate.check.terraform.TerraformRule;
import dev.tollgate.check.terraform.TerraformRules;
import dev.tollgate.finding.Rule;
import dev.tollgate.finding.Suggestion;
import dev.tollgate.finding.UserError;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every rule there is, over environments and over Terraform; an id that is in both stands for the one mistake. */
public final class Catalogue {

    private Catalogue() {}

    /** All rules, sorted by id; of two with one id, the one that has a page. */
    public static List<Rule> rules() {
        SortedMap<String, Rule> rules = new TreeMap<>();
        EnvironmentRules.ALL.stream().map(EnvironmentRule::described).forEach(rule -> rules.put(rule.id(), rule));
        TerraformRules.ALL.stream().map(TerraformRule::described).forEach(rule -> rules.put(rule.id(), rule));
        return List.copyOf(rules.values());
    }

    /** All rules' ids, sorted. */
    public static List<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        EnvironmentRules.ALL.forEach(rule -> ids.add(rule.id()));
        TerraformRules.ALL.forEach(rule -> ids.add(rule.id()));
        return List.copyOf(ids);
    }

    /** Whether a rule over environments is called {@code id}. */
    static boolean isOfEnvironments(String id) {
        return EnvironmentRules.ALL.stream().anyMatch(rule -> rule.id().equals(id));
    }

    /** The rule called {@code id}. */
    public static Rule find(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(() -> unknown(id, ids()));
    }

    /** The rules over Terraform called {@code ids}; all of them when none is named. */
    public static List<TerraformRule> terraform(List<String> ids) {
        List<String> known = TerraformRules.ALL.stream().map(TerraformRule::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw unknown(id, known);
        });
        return TerraformRules.ALL.stream()
                .filter(rule -> ids.isEmpty() || ids.contains(rule.id()))
                .toList();
    }

    private static UserError unknown(String id, List<String> known) {
        return new UserError(
                UserError.Exit.USAGE,
                "there is no rule `" + id + "`",
                Suggestion.nearest(id, known)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse("there are " + String.join(", ", known)));
    }
}

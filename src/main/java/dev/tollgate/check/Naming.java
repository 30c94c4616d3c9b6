package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a suppression may call a finding: by its rule's id or what that was once, and by what it is about.
 *
 * @param known the rules that can be suppressed here, and what they were called once
 * @param others those of other places; asked for one after the other, until one has the name as an id of today
 * @param all every rule that judges here, asked for only when a suppression names none that can be suppressed
 * @param subject what a suppression may call that which a finding is about
 */
public record Naming(
        SortedMap<String, List<String>> known,
        List<OtherRules> others,
        Supplier<Set<String>> all,
        Function<Finding, List<String>> subject) {

    public Naming {
        known = new TreeMap<>(known);
        others = List.copyOf(others);
    }

    /** The names of the rule {@code id}, today's first. */
    List<String> rules(String id) {
        List<String> names = new ArrayList<>(List.of(id));
        names.addAll(known.getOrDefault(id, List.of()));
        return names;
    }

    /** The names of that which {@code finding} is about: of one about `user_pool.mfa`, `user_pool` is one too. */
    List<String> subjects(Finding finding) {
        List<String> names = new ArrayList<>(subject.apply(finding));
        int dot = finding.subject().indexOf('.');
        if (dot > 0 && EnvironmentSchema.isObject(finding.subject().substring(0, dot))) {
            names.add(finding.subject().substring(0, dot));
        }
        return names;
    }

    /** The rules that are called {@code name}, or were once. */
    List<String> meant(String name) {
        List<String> meant = called(name, known);
        for (OtherRules elsewhere : others) {
            if (meant.contains(name)) {
                return meant;
            }
            meant.addAll(called(name, elsewhere.suppressible().get()));
        }
        return meant;
    }

    private static List<String> called(String name, SortedMap<String, List<String>> rules) {
        List<String> called = new ArrayList<>();
        rules.forEach((id, formerly) -> {
            if (id.equals(name) || formerly.contains(name)) {
                called.add(id);
            }
        });
        return called;
    }

    /** Whether there is a rule called {@code name}, whose findings nobody may accept where it is none of the known. */
    boolean isRule(String name) {
        return all.get().contains(name)
                || others.stream().anyMatch(elsewhere -> elsewhere.ids().get().contains(name));
    }

    /** Today's ids. */
    Collection<String> ids() {
        SortedSet<String> ids = new TreeSet<>(known.keySet());
        others.forEach(elsewhere -> ids.addAll(elsewhere.suppressible().get().keySet()));
        return ids;
    }
}

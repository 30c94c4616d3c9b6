package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a suppression may call a finding: by its rule's id or what that was once, and by what it is about.
 *
 * @param known the rules that can be suppressed here, and what they were called once
 * @param others the same of rules that can be suppressed elsewhere; asked for only when a suppression names none of the
 *     known by its id of today
 * @param subject what a suppression may call that which a finding is about
 */
public record Naming(
        SortedMap<String, List<String>> known,
        Supplier<SortedMap<String, List<String>>> others,
        Function<Finding, List<String>> subject) {

    public Naming {
        known = new TreeMap<>(known);
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
        Stream<Map.Entry<String, List<String>>> rules = known.entrySet().stream();
        if (!known.containsKey(name)) {
            rules = Stream.concat(rules, others.get().entrySet().stream());
        }
        return rules.filter(
                        rule -> rule.getKey().equals(name) || rule.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Today's ids. */
    Collection<String> ids() {
        SortedSet<String> ids = new TreeSet<>(known.keySet());
        ids.addAll(others.get().keySet());
        return ids;
    }
}

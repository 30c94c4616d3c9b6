package dev.tollgate.check;

import dev.tollgate.finding.Finding;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a suppression may call a finding: by its rule's id or what that was once, and by what it is about.
 *
 * @param known every rule that can be suppressed, and what it was called once
 * @param subject what a suppression may call that which a finding is about
 */
public record Naming(SortedMap<String, List<String>> known, Function<Finding, List<String>> subject) {

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
        return known.keySet().stream().filter(id -> rules(id).contains(name)).toList();
    }

    /** Today's ids. */
    Collection<String> ids() {
        return known.keySet();
    }
}

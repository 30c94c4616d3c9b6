package dev.tollgate.gateway.token;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Of whom tokens speak.
 *
 * @param subject their {@code sub}
 * @param groups their groups, the one with the least precedence first
 * @param roles the groups' roles
 */
public record Person(
        String subject,
        String name,
        SortedMap<String, String> attributes,
        List<String> groups,
        List<String> roles,
        Optional<String> preferredRole) {

    public Person {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
    }

    /** Without their attributes. */
    @Override
    public String toString() {
        return "Person[name=" + name + "]";
    }
}

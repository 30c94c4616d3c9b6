package dev.tollgate.surface;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Scopes as far as they are known.
 *
 * @param names those that are known
 * @param certain whether these are all
 */
public record Scopes(SortedSet<String> names, boolean certain) {

    /** No scope at all. */
    public static final Scopes NONE = new Scopes(Collections.emptySortedSet(), true);

    public Scopes {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** Exactly these. */
    public static Scopes of(Collection<String> names) {
        return new Scopes(new TreeSet<>(names), true);
    }

    /** These and {@code others}; as certain as the less certain of both. */
    public Scopes and(Scopes others) {
        TreeSet<String> all = new TreeSet<>(names);
        all.addAll(others.names);
        return new Scopes(all, certain && others.certain);
    }

    /** Whether it is certain that there is none. */
    public boolean isNone() {
        return certain && names.isEmpty();
    }
}

package dev.tollgate.check;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Rules that judge elsewhere, asked for only when a suppression names none that judges here: most runs need none of
 * them.
 *
 * @param suppressible those that can be suppressed there, and what they were called once
 * @param ids every one of them
 */
public record OtherRules(Supplier<SortedMap<String, List<String>>> suppressible, Supplier<Set<String>> ids) {

    public static final OtherRules NONE = new OtherRules(TreeMap::new, TreeSet::new);
}

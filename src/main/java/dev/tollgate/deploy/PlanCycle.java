package dev.tollgate.deploy;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform cannot order in a plan, by the graph that it draws of it: the edges of a cycle are red.
 *
 * @param deleted the addresses of what would be deleted in it; none where it forgets something instead
 */
public record PlanCycle(SortedSet<String> deleted) {

    private static final Pattern EDGE =
            Pattern.compile("\"\\[root] ([^\"]+)\" -> \"\\[root] ([^\"]+)\" \\[color = \"red\"");
    private static final String DESTROY = " (destroy)";

    public PlanCycle {
        deleted = Collections.unmodifiableSortedSet(deleted);
    }

    /** The cycle that {@code dot} has, if any. */
    static Optional<PlanCycle> in(String dot) {
        boolean isThere = false;
        SortedSet<String> deleted = new TreeSet<>();
        for (Matcher edge = EDGE.matcher(dot); edge.find(); isThere = true) {
            for (int end = 1; end <= 2; end++) {
                if (edge.group(end).endsWith(DESTROY)) {
                    deleted.add(edge.group(end).substring(0, edge.group(end).length() - DESTROY.length()));
                }
            }
        }
        return isThere ? Optional.of(new PlanCycle(deleted)) : Optional.empty();
    }
}

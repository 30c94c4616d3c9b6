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

    /** What is made anew before it is deleted is a deposed object by then. */
    private static final Pattern DESTROY = Pattern.compile("(.+) \\(destroy(?: deposed [0-9a-f]+)?\\)");

    public PlanCycle {
        deleted = Collections.unmodifiableSortedSet(deleted);
    }

    /** The cycle that {@code dot} has, if any. */
    static Optional<PlanCycle> in(String dot) {
        boolean isThere = false;
        SortedSet<String> deleted = new TreeSet<>();
        for (Matcher edge = EDGE.matcher(dot); edge.find(); isThere = true) {
            for (int end = 1; end <= 2; end++) {
                Matcher destroy = DESTROY.matcher(edge.group(end));
                if (destroy.matches()) {
                    deleted.add(destroy.group(1));
                }
            }
        }
        return isThere ? Optional.of(new PlanCycle(deleted)) : Optional.empty();
    }
}

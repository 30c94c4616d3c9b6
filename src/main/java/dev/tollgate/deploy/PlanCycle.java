package dev.tollgate.deploy;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Terraform cannot order in a plan, by the graph that it draws of it: the edges of a cycle are red. */
final class PlanCycle {

    private static final Pattern EDGE =
            Pattern.compile("\"\\[root] ([^\"]+)\" -> \"\\[root] ([^\"]+)\" \\[color = \"red\"");
    private static final String DESTROY = " (destroy)";

    private PlanCycle() {}

    /** The addresses of what would be deleted in a cycle of {@code dot}; nothing where there is none. */
    static SortedSet<String> deletedIn(String dot) {
        SortedSet<String> deleted = new TreeSet<>();
        Matcher edge = EDGE.matcher(dot);
        while (edge.find()) {
            for (int end = 1; end <= 2; end++) {
                if (edge.group(end).endsWith(DESTROY)) {
                    deleted.add(edge.group(end).substring(0, edge.group(end).length() - DESTROY.length()));
                }
            }
        }
        return deleted;
    }
}

package dev.tollgate.review;

import dev.tollgate.finding.Finding;
import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Plan;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan judged.
 *
 * @param subject the environment, or the file of the plan
 * @param routes every route of before and after
 * @param remarks what a reviewer should know, the gravest first
 * @param resources what the plan changes of APIs, functions, pools and what serves them
 * @param outside how many resources of other kinds it changes, by type
 * @param counts how many resources it does what to
 */
public record Review(
        String subject,
        List<RouteChange> routes,
        List<Remark> remarks,
        List<ResourceLine> resources,
        SortedMap<String, Integer> outside,
        Map<Action, Integer> counts) {

    private static final Pattern DECLARED = Pattern.compile("module\\.[^.\\[]+|[^.\\[]+\\.[^.\\[]+");

    public Review {
        routes = List.copyOf(routes);
        remarks = List.copyOf(remarks);
        resources = List.copyOf(resources);
        outside = Collections.unmodifiableSortedMap(new TreeMap<>(outside));
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /**
     * The review of {@code plan}.
     *
     * @param subject the environment, or the file of the plan
     * @param file where findings point to: the environment's file, or the plan's
     * @param accepted what somebody accepts; of two that accept the same, the first
     */
    public static Review of(Plan plan, String subject, String file, List<AcceptedRemark> accepted) {
        return of(plan, subject, file, accepted, new TreeMap<>());
    }

    /** The same of a plan of a stack with own Terraform: the files of what it declares or overrides are {@code own}. */
    public static Review of(
            Plan plan, String subject, String file, List<AcceptedRemark> accepted, SortedMap<String, String> own) {
        Comparison comparison = Comparison.of(plan);
        List<Remark> remarks = ReviewRules.judge(comparison, file).stream()
                .map(remark -> accept(remark, accepted))
                .toList();
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        SortedMap<String, Integer> outside = new TreeMap<>();
        List<ResourceLine> resources = new ArrayList<>();
        for (ResourceChange change : plan.changes()) {
            if (change.mode() == Resource.Mode.DATA || change.action() == Action.NONE) {
                continue;
            }
            counts.merge(change.action(), 1, Integer::sum);
            String files = own.getOrDefault(declared(change.address()), "");
            if (ReviewedTypes.holds(change.type()) || !files.isEmpty()) {
                resources.add(line(change, files));
            } else {
                outside.merge(change.type(), 1, Integer::sum);
            }
        }
        return new Review(subject, comparison.routes(), remarks, resources, outside, counts);
    }

    private static Remark accept(Remark remark, List<AcceptedRemark> accepted) {
        return accepted.stream()
                .filter(one -> one.accepts(remark))
                .findFirst()
                .map(one -> remark.accepted(one.reason()))
                .orElse(remark);
    }

    /**
     * The address of what declares {@code address} in the stack itself: a resource, or a module with all that is in it.
     */
    private static String declared(String address) {
        Matcher declared = DECLARED.matcher(address);
        return declared.lookingAt() ? declared.group() : address;
    }

    private static ResourceLine line(ResourceChange change, String own) {
        List<String> changes = change.action() == Action.UPDATE
                ? AttributeChange.between(change.before(), change.after()).stream()
                        .map(one -> one.path() + ": " + one.before() + " → " + one.after())
                        .toList()
                : List.of();
        return new ResourceLine(change.address(), change.action(), changes, own);
    }

    /** The remarks of one kind. */
    public List<Remark> of(Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    /** All remarks as findings. */
    public List<Finding> findings() {
        return remarks.stream().map(Remark::finding).toList();
    }

    /** What stands in the way of applying it: what AWS refuses, and losses that nobody has acknowledged. */
    public List<Remark> blocking() {
        return remarks.stream().filter(remark -> remark.finding().blocks()).toList();
    }

    /** Whether anything stands in the way of applying it. */
    public boolean blocked() {
        return !blocking().isEmpty();
    }

    /** Whether AWS would not take it in one go. */
    public boolean refused() {
        return !of(Kind.REFUSED).isEmpty();
    }

    /** How many resources it adds, replaced ones among them, as Terraform counts. */
    public int added() {
        return count(Action.CREATE) + replaced();
    }

    /** How many it changes in place. */
    public int changed() {
        return count(Action.UPDATE);
    }

    /** How many it destroys, replaced ones among them. */
    public int destroyed() {
        return count(Action.DELETE) + replaced();
    }

    private int replaced() {
        return count(Action.REPLACE) + count(Action.REPLACE_CREATED_FIRST);
    }

    private int count(Action action) {
        return counts.getOrDefault(action, 0);
    }

    /** How many it drops from the state and leaves in AWS. */
    public int forgotten() {
        return count(Action.FORGET);
    }

    /** Whether the plan does nothing to any resource. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The routes whose demand changes, come or go. */
    public List<RouteChange> changedRoutes() {
        return routes.stream().filter(RouteChange::changesAccess).toList();
    }
}

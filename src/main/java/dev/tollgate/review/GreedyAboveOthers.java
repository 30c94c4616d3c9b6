package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.stream.Collectors;

/**
 * Nothing can be below a segment that takes the rest of a path, and what is below goes after the segment has changed.
 */
final class GreedyAboveOthers {

    static final ReviewRule RULE = new ReviewRule(
            "greedy-above-others",
            Kind.REFUSED,
            "a path variable becomes greedy while there are resources below it",
            GreedyAboveOthers::judge);

    private GreedyAboveOthers() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.all(Action.UPDATE)) {
            if (!change.type().equals("aws_api_gateway_resource")
                    || isGreedy(change.before())
                    || !isGreedy(change.after())) {
                continue;
            }
            String below = comparison.plan().before().ofType(change.type()).stream()
                    .filter(child -> isBelow(child, change.before()))
                    .map(child -> "`" + child.address() + "`")
                    .collect(Collectors.joining(", "));
            if (!below.isEmpty()) {
                report.say(
                        change.address(),
                        "`" + change.address() + "` becomes `"
                                + change.after().get("path_part").text().orElseThrow() + "` while " + below
                                + " is below it: API Gateway allows nothing below a greedy path variable",
                        "in two steps: first remove the routes below it and apply, then make it greedy");
            }
        }
    }

    private static boolean isBelow(Resource child, Value parent) {
        return parent.get("id").text().isPresent()
                && parent.get("id").text().equals(child.get("parent_id").text());
    }

    private static boolean isGreedy(Value resource) {
        return resource.get("path_part").text().orElse("").endsWith("+}");
    }
}

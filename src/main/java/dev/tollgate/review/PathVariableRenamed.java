package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AWS takes one name for a variable path segment in a place, and Terraform makes the new one while the old one is
 * there.
 */
final class PathVariableRenamed {

    static final ReviewRule RULE = new ReviewRule(
            "path-variable-renamed",
            Kind.REFUSED,
            "a variable path segment gets a second name below the same path",
            PathVariableRenamed::judge);

    private static final String ROUTE = "aws_apigatewayv2_route";

    private PathVariableRenamed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Stream.concat(comparison.all(Action.CREATE).stream(), comparison.all(Action.UPDATE).stream())
                .forEach(made -> neighbour(comparison, made)
                        .ifPresent(other -> report.say(made.address(), message(made, other), hint(made, other))));
    }

    private static String message(ResourceChange made, Resource other) {
        return "`" + made.address() + "` " + (made.action() == Action.CREATE ? "makes " : "becomes ")
                + named(made.after()) + " where `" + other.address() + "` is still " + named(other.values())
                + ": AWS takes one name for a variable segment in a place, and refuses the second";
    }

    private static String hint(ResourceChange made, Resource other) {
        if (made.action() == Action.CREATE && isSameShape(other, made)) {
            return "a renamed variable is the same thing: say so with a `moved` block from `" + other.address()
                    + "` to `" + made.address() + "`";
        }
        return "in two steps: first remove all but one of the routes that share the variable, rename it in that one,"
                + " and apply; then add the others again under the new name";
    }

    private static String named(Value values) {
        return "`"
                + values.get("path_part")
                        .text()
                        .or(() -> values.get("route_key").text())
                        .orElse("") + "`";
    }

    private static Optional<Resource> neighbour(Comparison comparison, ResourceChange made) {
        List<Resource> there = comparison.plan().before().ofType(made.type()).stream()
                .filter(one -> !comparison.gone().containsKey(one.address()))
                .filter(one -> !one.address().equals(made.address()))
                .toList();
        return switch (made.type()) {
            case "aws_api_gateway_resource" ->
                there.stream()
                        .filter(one -> isVariable(made.after()) && isVariable(one.values()))
                        .filter(one -> isSame(one, made, "rest_api_id") && isSame(one, made, "parent_id"))
                        .filter(one -> made.action() == Action.CREATE && !isPatched(comparison, one))
                        .findFirst();
            // Between routes Terraform orders nothing: what is patched or deleted in the same plan is still there.
            case ROUTE ->
                there.stream()
                        .filter(one -> isSame(one, made, "api_id"))
                        .filter(one -> key(made.after()).conflictsWith(key(one.values())))
                        .filter(one -> made.action() == Action.CREATE
                                || key(made.before()).isRenamedBy(key(made.after())))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** An update in place takes the old name away. */
    private static boolean isPatched(Comparison comparison, Resource one) {
        return comparison.all(Action.UPDATE).stream()
                .anyMatch(change -> change.address().equals(one.address()));
    }

    private static boolean isSame(Resource one, ResourceChange made, String attribute) {
        return one.get(attribute).text().isPresent()
                && one.get(attribute).text().equals(made.after().get(attribute).text());
    }

    private static boolean isVariable(Value values) {
        return values.get("path_part").text().orElse("").startsWith("{");
    }

    private static boolean isSameShape(Resource other, ResourceChange made) {
        return !made.type().equals(ROUTE)
                || key(other.values()).shape().equals(key(made.after()).shape());
    }

    private static HttpRouteKey key(Value values) {
        return new HttpRouteKey(values.get("route_key").text().orElse(""));
    }
}

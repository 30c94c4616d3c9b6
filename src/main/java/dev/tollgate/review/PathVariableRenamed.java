package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/** AWS takes one variable path segment below a path, and Terraform makes the new one while the old one is there. */
final class PathVariableRenamed {

    static final ReviewRule RULE = new ReviewRule(
            "path-variable-renamed",
            Kind.REFUSED,
            "a second variable segment is made below a path that has one",
            PathVariableRenamed::judge);

    private PathVariableRenamed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange made : comparison.all(Action.CREATE)) {
            sibling(comparison, made)
                    .ifPresent(sibling -> report.say(
                            made.address(),
                            "`" + made.address() + "` makes " + named(made.after()) + " where `" + sibling.address()
                                    + "` is still " + named(sibling.values())
                                    + ": AWS takes one variable segment in a place, and refuses the second",
                            "a renamed variable is the same thing: say so with a `moved` block from `"
                                    + sibling.address() + "` to `" + made.address() + "`"));
        }
    }

    private static String named(Value values) {
        return "`"
                + values.get("path_part")
                        .text()
                        .or(() -> values.get("route_key").text())
                        .orElse("") + "`";
    }

    private static Optional<Resource> sibling(Comparison comparison, ResourceChange made) {
        List<Resource> there = comparison.plan().before().ofType(made.type()).stream()
                .filter(one -> !comparison.gone().containsKey(one.address()))
                .toList();
        return switch (made.type()) {
            case "aws_api_gateway_resource" ->
                there.stream()
                        .filter(one -> isVariable(made.after()) && isVariable(one.values()))
                        .filter(one -> isSame(one, made, "rest_api_id") && isSame(one, made, "parent_id"))
                        .filter(one -> !isPatched(comparison, one))
                        .findFirst();
            case "aws_apigatewayv2_route" ->
                there.stream()
                        .filter(one -> isSame(one, made, "api_id"))
                        .filter(one -> !shape(one.values()).isEmpty()
                                && shape(one.values()).equals(shape(made.after())))
                        .filter(one -> !one.get("route_key").equals(made.after().get("route_key")))
                        .filter(one -> !isPatched(comparison, one))
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

    /** The route's key with its variables' names taken out; empty where there are none. */
    private static String shape(Value values) {
        String key = values.get("route_key").text().orElse("");
        return key.contains("{") ? key.replaceAll("\\{[^}+]*", "{") : "";
    }
}

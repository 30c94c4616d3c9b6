package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.stream.Collectors;

/** AWS deletes no authorizer that a route names, and Terraform deletes it before the routes have let it go. */
final class AuthorizerInUse {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-in-use",
            Kind.REFUSED,
            "an authorizer is deleted while routes of an HTTP API still name it",
            AuthorizerInUse::judge);

    private AuthorizerInUse() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange authorizer : comparison.all(Action.DELETE)) {
            if (!authorizer.type().equals("aws_apigatewayv2_authorizer")) {
                continue;
            }
            Value id = authorizer.before().get("id");
            String routes = comparison.all(Action.UPDATE).stream()
                    .filter(route -> route.type().equals("aws_apigatewayv2_route"))
                    .filter(route -> id.text().isPresent()
                            && id.text()
                                    .equals(route.before().get("authorizer_id").text()))
                    .map(route -> "`" + route.address() + "`")
                    .collect(Collectors.joining(", "));
            if (!routes.isEmpty()) {
                report.say(
                        authorizer.address(),
                        "`" + authorizer.address() + "` is deleted before " + routes
                                + " can let it go, which AWS refuses: Terraform orders nothing between the two",
                        "in two steps: first let the routes do without it and apply that, then take it away");
            }
        }
    }
}

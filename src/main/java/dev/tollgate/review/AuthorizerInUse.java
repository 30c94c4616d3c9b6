package dev.tollgate.review;

import dev.tollgate.terraform.Action;
import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.stream.Collectors;

/** AWS refuses to delete an authorizer that a route uses, and Terraform may delete it before the routes change. */
final class AuthorizerInUse {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-in-use",
            Kind.REFUSED,
            "an authorizer is deleted while routes of an HTTP API may still use it",
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
                        "`" + authorizer.address() + "` may be deleted while " + routes
                                + " still use it, which AWS refuses: Terraform does not order the two",
                        "in two steps: first remove it from the routes and apply, then delete it");
            }
        }
    }
}

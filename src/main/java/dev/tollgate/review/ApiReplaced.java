package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import java.util.Set;

/** A new API has a new id, and its execute-api URL with it. */
final class ApiReplaced {

    static final ReviewRule RULE = new ReviewRule(
            "api-replaced", Kind.BREAKING, "the API is recreated under another URL", ApiReplaced::judge, "another URL");

    private ApiReplaced() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (TYPES.contains(change.type()) && change.action().loses()) {
                report.say(
                        change.address(),
                        change.action().replaces()
                                ? "`" + change.address() + "` is recreated: its `execute-api` URL changes"
                                        + Losses.forced(change)
                                : "`" + change.address() + "` is removed: its `execute-api` URL stops working",
                        "callers of a custom domain notice a pause, callers of the `execute-api` URL need the new one");
            }
        }
    }

    private static final Set<String> TYPES = Set.of("aws_api_gateway_rest_api", "aws_apigatewayv2_api");
}

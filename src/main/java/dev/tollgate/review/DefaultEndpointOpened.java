package dev.tollgate.review;

import dev.tollgate.terraform.Value;

/** The endpoint that AWS names goes around everything that stands before the custom domain. */
final class DefaultEndpointOpened {

    static final ReviewRule RULE = new ReviewRule(
            "default-endpoint-opened",
            Kind.WIDENED,
            "the execute-api endpoint is opened",
            DefaultEndpointOpened::judge,
            "execute-api opened");

    private DefaultEndpointOpened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_apigatewayv2_api", "aws_api_gateway_rest_api")) {
            Value now = pair.after().get("disable_execute_api_endpoint");
            boolean wasClosed =
                    pair.before().get("disable_execute_api_endpoint").is("true");
            if (wasClosed && !now.isAbsent() && now.bool().isEmpty()) {
                report.undecided(pair.address(), "whether the `execute-api` endpoint stays closed");
            } else if (wasClosed && !now.is("true")) {
                report.say(
                        pair.address(),
                        "the `execute-api` endpoint is opened beside the custom domain",
                        "keep `disable_execute_api_endpoint` where callers use the custom domain");
            }
        }
    }
}

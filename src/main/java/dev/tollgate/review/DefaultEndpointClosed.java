package dev.tollgate.review;

/** Callers that use the endpoint AWS names are answered 403. */
final class DefaultEndpointClosed {

    static final ReviewRule RULE = new ReviewRule(
            "default-endpoint-closed",
            Kind.BREAKING,
            "the execute-api endpoint is closed",
            DefaultEndpointClosed::judge,
            "execute-api closed");

    private DefaultEndpointClosed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_apigatewayv2_api", "aws_api_gateway_rest_api")) {
            if (pair.before().get("disable_execute_api_endpoint").is("false")
                    && pair.after().get("disable_execute_api_endpoint").is("true")) {
                report.say(
                        pair.address(),
                        "the `execute-api` endpoint is closed: its callers get 403",
                        "let callers move to the custom domain first");
            }
        }
    }
}

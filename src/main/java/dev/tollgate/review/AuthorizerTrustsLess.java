package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;

/** A pool, an issuer or an app client less. */
final class AuthorizerTrustsLess {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-trusts-less",
            Kind.BREAKING,
            "an authorizer accepts fewer tokens",
            AuthorizerTrustsLess::judge,
            "fewer tokens accepted");

    private AuthorizerTrustsLess() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Infrastructure before = comparison.plan().before();
        Infrastructure after = comparison.plan().after();
        for (Pair pair : Pair.of(comparison, "aws_api_gateway_authorizer", "aws_apigatewayv2_authorizer")) {
            Trust now = Trust.of(after, pair.after());
            if (now.certain()) {
                Trust.of(before, pair.before())
                        .without(now)
                        .forEach(source -> report.say(
                                pair.address(),
                                "`" + pair.address() + "` does not accept tokens of " + source + " any more",
                                "give these callers another token first"));
            }
        }
    }
}

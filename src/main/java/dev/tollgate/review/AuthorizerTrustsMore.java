package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;

/** A pool, an issuer or an app client more. */
final class AuthorizerTrustsMore {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-trusts-more",
            Kind.WIDENED,
            "an authorizer accepts tokens from elsewhere too",
            AuthorizerTrustsMore::judge,
            "more tokens accepted");

    private AuthorizerTrustsMore() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Infrastructure before = comparison.plan().before();
        Infrastructure after = comparison.plan().after();
        for (Pair pair : Pair.of(comparison, "aws_api_gateway_authorizer", "aws_apigatewayv2_authorizer")) {
            Trust now = Trust.of(after, pair.after());
            if (!now.certain()) {
                report.undecided(pair.address(), "whose tokens `" + pair.address() + "` accepts");
            }
            now.without(Trust.of(before, pair.before()))
                    .forEach(source -> report.say(
                            pair.address(),
                            "`" + pair.address() + "` accepts tokens of " + source,
                            "check that these tokens may call the API"));
        }
    }
}

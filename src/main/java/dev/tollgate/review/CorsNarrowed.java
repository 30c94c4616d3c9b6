package dev.tollgate.review;

/** Browsers refuse these pages the answers from now on. */
final class CorsNarrowed {

    static final ReviewRule RULE = new ReviewRule(
            "cors-narrowed",
            Kind.BREAKING,
            "pages of an origin may not call the API any more",
            CorsNarrowed::judge,
            "fewer origins");

    private CorsNarrowed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_apigatewayv2_api", "aws_api_gateway_rest_api")) {
            AllowedOrigins now = AllowedOrigins.of(comparison.plan().after(), pair.after());
            if (now.certain() && !now.names().contains("*")) {
                AllowedOrigins.of(comparison.plan().before(), pair.before())
                        .without(now)
                        .forEach(origin -> report.say(
                                pair.address(),
                                "pages of `" + origin + "` may not call the API any more",
                                "check that no page of this origin is in use"));
            }
        }
    }
}

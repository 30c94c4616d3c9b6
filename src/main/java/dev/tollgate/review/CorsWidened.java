package dev.tollgate.review;

/** What a browser lets a page of another origin do with the tokens it holds. */
final class CorsWidened {

    static final ReviewRule RULE = new ReviewRule(
            "cors-widened",
            Kind.WIDENED,
            "pages of further origins may call the API",
            CorsWidened::judge,
            "further origins");

    private CorsWidened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (Pair pair : Pair.of(comparison, "aws_apigatewayv2_api", "aws_api_gateway_rest_api")) {
            AllowedOrigins now = AllowedOrigins.of(comparison.plan().after(), pair.after());
            if (!now.certain()) {
                report.undecided(pair.address(), "which origins `" + pair.address() + "` allows");
            }
            now.without(AllowedOrigins.of(comparison.plan().before(), pair.before()))
                    .forEach(origin -> report.say(
                            pair.address(),
                            origin.equals("*")
                                    ? "pages of any origin may call the API"
                                    : "pages of `" + origin + "` may call the API",
                            "allow only origins whose pages you trust with their users' tokens"));
        }
    }
}

package dev.tollgate.review;

/** Without scopes an HTTP API takes every token of its audience, and a REST API every ID token of the pool. */
final class ScopeDemandDropped {

    static final ReviewRule RULE = new ReviewRule(
            "scope-demand-dropped",
            Kind.WIDENED,
            "a route takes tokens without any of its scopes",
            ScopeDemandDropped::judge,
            "no scope required");

    private ScopeDemandDropped() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            if (AccessShift.of(change).freed()) {
                report.say(
                        change.name(),
                        "`" + change.name()
                                + "` no longer requires a scope: any token that its authorizer accepts gets in",
                        "name the scopes that callers of this route need");
            }
        }
    }
}

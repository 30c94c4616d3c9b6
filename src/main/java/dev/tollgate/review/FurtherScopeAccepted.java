package dev.tollgate.review;

/** Any one of a route's scopes is enough, so that each one more lets more callers in. */
final class FurtherScopeAccepted {

    static final ReviewRule RULE = new ReviewRule(
            "scope-accepted",
            Kind.WIDENED,
            "a further scope is enough for a route",
            FurtherScopeAccepted::judge,
            "a further scope is enough");

    private FurtherScopeAccepted() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            AccessShift.of(change)
                    .accepted()
                    .forEach(scope -> report.say(
                            change.name(),
                            "a token with `" + scope + "` is enough for `" + change.name() + "`",
                            "a route takes any one of its scopes: check who can obtain this one"));
        }
    }
}

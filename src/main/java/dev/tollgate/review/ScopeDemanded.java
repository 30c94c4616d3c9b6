package dev.tollgate.review;

/** A token without one of the scopes is answered 401 by a REST API and 403 by an HTTP API. */
final class ScopeDemanded {

    static final ReviewRule RULE = new ReviewRule(
            "scope-demanded",
            Kind.BREAKING,
            "tokens that were enough for a route are not",
            ScopeDemanded::judge,
            "a scope required");

    private ScopeDemanded() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            AccessShift shift = AccessShift.of(change);
            if (shift.bound()) {
                report.say(
                        change.name(),
                        "`" + change.name() + "` took any token and requires "
                                + change.demandAfter().orElseThrow().required(),
                        "give its callers the scope first");
            }
            shift.refused()
                    .forEach(scope -> report.say(
                            change.name(),
                            "a token with `" + scope + "` is not enough for `" + change.name() + "` any more",
                            "give its callers one of the other scopes first"));
        }
    }
}

package dev.tollgate.review;

/** Callers without a token are answered 401 from now on. */
final class RouteClosed {

    static final ReviewRule RULE = new ReviewRule(
            "route-closed",
            Kind.BREAKING,
            "a route that was open requires authorization",
            RouteClosed::judge,
            "no longer open");

    private RouteClosed() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            if (AccessShift.of(change).closed()) {
                report.say(
                        change.name(),
                        "`" + change.name() + "` was open and requires "
                                + change.demandAfter().orElseThrow().required(),
                        "tell its callers first: without a token they get a 401");
            }
        }
    }
}

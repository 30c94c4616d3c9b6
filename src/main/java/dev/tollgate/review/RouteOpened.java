package dev.tollgate.review;

/** The gravest line a plan can have: what was secured is not any more. */
final class RouteOpened {

    static final ReviewRule RULE = new ReviewRule(
            "route-opened",
            Kind.WIDENED,
            "a route that required something is open to anyone",
            RouteOpened::judge,
            "open to anyone");

    private RouteOpened() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            AccessShift shift = AccessShift.of(change);
            shift.unknown()
                    .ifPresent(because ->
                            report.undecided(change.name(), "what `" + change.name() + "` requires: " + because));
            if (shift.opened()) {
                report.say(
                        change.name(),
                        "anyone may call `" + change.name() + "`, which required "
                                + change.demandBefore().orElseThrow().required(),
                        Anonymous.hint(comparison, change, "give it its authorizer back"));
            }
        }
    }
}

package dev.tollgate.review;

/** Callers of the route are answered 403 by a REST API and 404 by an HTTP API. */
final class RouteRemoved {

    static final ReviewRule RULE =
            new ReviewRule("route-removed", Kind.BREAKING, "a route is removed", RouteRemoved::judge, "removed");

    private RouteRemoved() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        comparison.routes().stream()
                .filter(change -> change.after().isEmpty())
                .filter(change ->
                        change.before().filter(route -> !route.isPreflight()).isPresent())
                .forEach(change -> report.say(
                        change.name(),
                        "`" + change.name() + "` is removed: its callers are refused",
                        "tell its callers first"));
    }
}

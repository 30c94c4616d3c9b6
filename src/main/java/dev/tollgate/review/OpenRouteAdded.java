package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.ApiRoute;

/** A new route that requires nothing; preflights are sent without a token and are left alone. */
final class OpenRouteAdded {

    static final ReviewRule RULE = new ReviewRule(
            "open-route-added",
            Kind.WIDENED,
            "a new route is open to anyone",
            OpenRouteAdded::judge,
            "new, open to anyone");

    private OpenRouteAdded() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        comparison.routes().stream()
                .filter(change -> change.before().isEmpty())
                .filter(change -> change.after()
                        .filter(route -> !route.isPreflight())
                        .map(ApiRoute::access)
                        .filter(Access::isOpen)
                        .isPresent())
                .forEach(change -> report.say(
                        change.name(),
                        "anyone may call the new route `" + change.name() + "`",
                        Anonymous.hint(comparison, change, "give it an authorizer")));
    }
}

package dev.tollgate.review;

import dev.tollgate.surface.Demand;

/** What stands in the table of routes. */
final class Cells {

    private Cells() {}

    static String before(RouteChange change) {
        return change.demandBefore().map(Demand::label).orElse("(new)");
    }

    static String after(RouteChange change) {
        return change.demandAfter().map(Demand::label).orElse("(removed)");
    }
}

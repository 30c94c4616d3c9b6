package dev.tollgate.review;

/** What stands in the table of routes. */
final class Cells {

    private Cells() {}

    static String before(RouteChange change) {
        return change.accessBefore().map(Demand::text).orElse("(new)");
    }

    static String after(RouteChange change) {
        return change.accessAfter().map(Demand::text).orElse("(removed)");
    }
}

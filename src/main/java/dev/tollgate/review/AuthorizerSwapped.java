package dev.tollgate.review;

/** Who judges decides who gets in; which of both judges is stricter cannot be told from outside. */
final class AuthorizerSwapped {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-swapped",
            Kind.WIDENED,
            "another authorizer, or another kind of proof, decides over a route",
            AuthorizerSwapped::judge);

    private AuthorizerSwapped() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            if (AccessShift.of(change).swapped()) {
                report.say(
                        change.name(),
                        "`" + change.name() + "` demands " + side(change.accessAfter()) + " instead of "
                                + side(change.accessBefore()),
                        "check whose tokens the new authorizer accepts");
            }
        }
    }

    private static String side(java.util.Optional<dev.tollgate.surface.Access> access) {
        Demand demand = Demand.of(access.orElseThrow());
        return demand.kind()
                + demand.authorizer().map(name -> " by `" + name + "`").orElse("");
    }
}

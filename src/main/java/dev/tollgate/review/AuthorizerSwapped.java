package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who judges decides who gets in; which of both judges is stricter cannot be told from outside. */
final class AuthorizerSwapped {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-swapped",
            Kind.WIDENED,
            "another authorizer, or another kind of proof, decides over a route",
            AuthorizerSwapped::judge,
            "another authorizer");

    private AuthorizerSwapped() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            if (AccessShift.of(change).swapped() && !isOnePool(change)) {
                report.say(
                        change.name(),
                        "`" + change.name() + "` demands " + side(change.accessAfter()) + " instead of "
                                + side(change.accessBefore()),
                        "check whose tokens the new authorizer accepts");
            }
        }
    }

    /** A REST API's Cognito authorizer and an HTTP API's JWT authorizer of one pool trust the same people. */
    private static boolean isOnePool(RouteChange change) {
        SortedSet<String> before = pools(change.accessBefore());
        return !before.isEmpty() && before.equals(pools(change.accessAfter()));
    }

    private static SortedSet<String> pools(Optional<Access> access) {
        TreeSet<String> found = new TreeSet<>();
        access.filter(Access.Token.class::isInstance)
                .map(Access.Token.class::cast)
                .flatMap(Access.Token::authorizer)
                .filter(Authorizer::certain)
                .ifPresent(authorizer -> authorizer.pools().forEach(pool -> found.add(pool.address())));
        return found;
    }

    private static String side(Optional<Access> access) {
        Demand demand = Demand.of(access.orElseThrow());
        return demand.kind()
                + demand.authorizer().map(name -> " by `" + name + "`").orElse("");
    }
}

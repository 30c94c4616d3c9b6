package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Gate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who judges decides who gets in; which of both judges is stricter is not known from outside. */
final class AuthorizerSwapped {

    static final ReviewRule RULE = new ReviewRule(
            "authorizer-swapped",
            Kind.WIDENED,
            "a route gets another authorizer, or requires another kind of credential",
            AuthorizerSwapped::judge,
            "another authorizer");

    private AuthorizerSwapped() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            if (AccessShift.of(change).swapped() && !isOnePool(change)) {
                report.say(
                        change.name(),
                        "`" + change.name() + "` requires " + side(change.gateAfter()) + " instead of "
                                + side(change.gateBefore()),
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
        access.flatMap(Access::token)
                .flatMap(Access.Token::authorizer)
                .filter(Authorizer::certain)
                .ifPresent(authorizer -> authorizer.pools().forEach(pool -> found.add(pool.address())));
        return found;
    }

    private static String side(Optional<Gate> gate) {
        return gate.orElseThrow().demand().required()
                + Required.of(gate.orElseThrow().access())
                        .authorizer()
                        .map(name -> ", decided by `" + name + "`,")
                        .orElse("");
    }
}

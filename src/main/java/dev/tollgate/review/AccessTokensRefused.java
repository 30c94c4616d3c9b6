package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import java.util.Optional;

/**
 * A REST API's Cognito authorizer takes access tokens where a route names scopes, and ID tokens where it names none:
 * with the last scope go the callers that have access tokens, and with the first those that have ID tokens.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
final class AccessTokensRefused {

    static final ReviewRule RULE = new ReviewRule(
            "token-kind-changed",
            Kind.BREAKING,
            "a REST route takes the other kind of token",
            AccessTokensRefused::judge,
            "the other kind of token");

    private AccessTokensRefused() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (RouteChange change : comparison.routes()) {
            AccessShift shift = AccessShift.of(change);
            if (!isCognito(change.accessBefore()) || !isCognito(change.accessAfter())) {
                continue;
            }
            if (shift.freed()) {
                say(report, change, "ID tokens", "access tokens");
            } else if (shift.bound()) {
                say(report, change, "access tokens", "ID tokens");
            }
        }
    }

    private static void say(ReviewReport report, RouteChange change, String taken, String refused) {
        report.say(
                change.name(),
                "`" + change.name() + "` takes " + taken + " and refuses " + refused,
                "let its callers send the other kind first");
    }

    private static boolean isCognito(Optional<Access> access) {
        return access.flatMap(Access::token)
                .flatMap(Access.Token::authorizer)
                .filter(authorizer -> authorizer.kind() instanceof Authorizer.Cognito)
                .isPresent();
    }
}

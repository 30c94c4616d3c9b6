package dev.tollgate.review;

import java.util.Set;

/** A new client has another id and another secret: whoever uses the old ones is refused. */
final class AppClientLost {

    static final ReviewRule RULE =
            new ReviewRule("app-client-lost", Kind.LOSS, "an app client is deleted or replaced", AppClientLost::judge);

    private static final Set<String> TYPES = Set.of("aws_cognito_user_pool_client");

    private AppClientLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.of(comparison, report, TYPES, "the client's id and secret stop working");
    }
}

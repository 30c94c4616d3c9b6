package dev.tollgate.review;

import java.util.Set;

/** Cognito keeps no copy of users and passwords: they go with the pool. */
final class UserPoolLost {

    static final ReviewRule RULE =
            new ReviewRule("user-pool-lost", Kind.LOSS, "a user pool is deleted or replaced", UserPoolLost::judge);

    private static final Set<String> TYPES = Set.of("aws_cognito_user_pool");

    private UserPoolLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.ofData(comparison, report, TYPES, "all users, their passwords and all tokens are lost");
    }
}

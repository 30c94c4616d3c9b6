package dev.tollgate.review;

import java.util.Set;

/** A user made by Terraform goes with its password and its sessions. */
final class UserLost {

    static final ReviewRule RULE =
            new ReviewRule("user-lost", Kind.LOSS, "users or groups are deleted or replaced", UserLost::judge);

    private static final Set<String> TYPES =
            Set.of("aws_cognito_user", "aws_cognito_user_group", "aws_cognito_identity_provider");

    private UserLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.ofData(comparison, report, TYPES, "whoever signs in with it loses access");
    }
}

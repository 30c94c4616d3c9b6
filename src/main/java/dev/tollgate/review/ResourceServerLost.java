package dev.tollgate.review;

import java.util.Set;

/** Its scopes go with it: clients that ask for them are refused until it is there again. */
final class ResourceServerLost {

    static final ReviewRule RULE = new ReviewRule(
            "resource-server-lost", Kind.LOSS, "a resource server is deleted or replaced", ResourceServerLost::judge);

    private static final Set<String> TYPES = Set.of("aws_cognito_resource_server");

    private ResourceServerLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.of(comparison, report, TYPES, "its scopes cannot be obtained");
    }
}

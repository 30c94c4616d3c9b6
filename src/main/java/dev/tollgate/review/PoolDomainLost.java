package dev.tollgate.review;

import java.util.Set;

/** The token endpoint is at the domain; a custom one takes up to an hour to come back. */
final class PoolDomainLost {

    static final ReviewRule RULE = new ReviewRule(
            "pool-domain-lost", Kind.LOSS, "a pool's domain is deleted or replaced", PoolDomainLost::judge);

    private static final Set<String> TYPES = Set.of("aws_cognito_user_pool_domain");

    private PoolDomainLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.of(comparison, report, TYPES, "clients cannot get tokens until a new domain exists");
    }
}

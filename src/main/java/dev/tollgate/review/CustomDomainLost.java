package dev.tollgate.review;

import java.util.Set;

/** Callers of the name are refused until a new one is there, and its target is another. */
final class CustomDomainLost {

    static final ReviewRule RULE = new ReviewRule(
            "custom-domain-lost", Kind.LOSS, "a custom domain is deleted or replaced", CustomDomainLost::judge);

    private static final Set<String> TYPES = Set.of("aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name");

    private CustomDomainLost() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        Losses.of(comparison, report, TYPES, "callers of the custom domain get errors until a new one exists");
    }
}

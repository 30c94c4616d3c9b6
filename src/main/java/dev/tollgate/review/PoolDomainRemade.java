package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;

/**
 * A pool's custom domain is a CloudFront distribution: it takes up to an hour to go, and for a while nobody may have
 * its name again.
 */
final class PoolDomainRemade {

    static final ReviewRule RULE = new ReviewRule(
            "pool-domain-remade",
            Kind.REFUSED,
            "a pool's custom domain is recreated under the same name",
            PoolDomainRemade::judge);

    private PoolDomainRemade() {}

    private static void judge(Comparison comparison, ReviewReport report) {
        for (ResourceChange change : comparison.plan().changes()) {
            if (change.type().equals("aws_cognito_user_pool_domain")
                    && change.action().replaces()
                    && isCustom(change)
                    && AwsName.stays(change)) {
                report.say(
                        change.address(),
                        "`" + change.address() + "`" + Losses.named(change.before())
                                + " is deleted and recreated under the same name" + Losses.forced(change)
                                + ": 15 to 60 minutes without a token endpoint, and AWS often refuses the second half,"
                                + " \"Domain already exists\"",
                        "leave its certificate and its pool as they are; or in steps: remove the domain"
                                + " (`custom_domain.auth`) and apply, wait until AWS has let go of the name, about an"
                                + " hour, then add it again");
            }
        }
    }

    private static boolean isCustom(ResourceChange change) {
        return change.before().get("domain").text().orElse("").contains(".");
    }
}

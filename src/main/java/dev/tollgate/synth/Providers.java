package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderDefaultTags;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;
import java.util.Optional;

/**
 * The AWS provider of the environment's region, and of us-east-1 where Cognito's domain wants its certificate from. The
 * second one stays when the domain goes: what it made cannot be deleted without it, and what is not used costs nothing.
 */
final class Providers {

    /** Where CloudFront, and so a user pool's own domain name, takes its certificate from. */
    static final String CLOUDFRONT_REGION = "us-east-1";

    private final Optional<Element> cloudfront;

    Providers(Elements elements, Environment environment) {
        elements.provider("aws", provider(environment.region()).build());
        cloudfront = environment.region().equals(CLOUDFRONT_REGION)
                ? Optional.empty()
                : Optional.of(elements.provider(
                        "aws_us_east_1",
                        provider(CLOUDFRONT_REGION).alias("us_east_1").build()));
    }

    private static AwsProviderConfig.Builder provider(String region) {
        return AwsProviderConfig.builder()
                .region(region)
                .defaultTags(List.of(AwsProviderDefaultTags.builder()
                        .tags(Variable.of(EnvironmentKeys.TAGS).textMap())
                        .build()));
    }

    /** The provider of us-east-1, where it differs from the environment's own. */
    Optional<Element> cloudfront() {
        return cloudfront;
    }
}

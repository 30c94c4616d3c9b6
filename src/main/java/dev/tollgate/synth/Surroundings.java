package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.data_aws_caller_identity.DataAwsCallerIdentityConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_partition.DataAwsPartitionConfig;
import dev.tollgate.finding.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * The account and the partition that the environment is applied in, asked for only where an ARN has to be put together.
 */
final class Surroundings {

    private static final KeyPath SOURCE = KeyPath.of("region");

    private final Elements elements;
    private final String region;
    private @Nullable String account;
    private @Nullable String partition;

    Surroundings(Elements elements, String region) {
        this.elements = elements;
        this.region = region;
    }

    String region() {
        return region;
    }

    /** {@code arn:<partition>:<service>:<region>:<account>:<resource>}. */
    String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + account() + ":" + resource;
    }

    /** The address by which API Gateway calls the function {@code arn}. */
    String invocationOf(String arn) {
        return "arn:" + partition() + ":apigateway:" + region + ":lambda:path/2015-03-31/functions/" + arn
                + "/invocations";
    }

    /** The partition: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    String partition() {
        if (partition == null) {
            partition = elements.add(
                            SOURCE, "current", DataAwsPartitionConfig.builder().build())
                    .attribute("partition");
        }
        return partition;
    }

    private String account() {
        if (account == null) {
            account = elements.add(
                            SOURCE,
                            "current",
                            DataAwsCallerIdentityConfig.builder().build())
                    .attribute("account_id");
        }
        return account;
    }
}

package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.data_aws_caller_identity.DataAwsCallerIdentity;
import com.hashicorp.cdktf.providers.aws.data_aws_partition.DataAwsPartition;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The account and the partition that the environment is applied in, asked for only where an ARN has to be put together.
 */
final class Surroundings extends Construct {

    private final String region;
    private @Nullable String account;
    private @Nullable String partition;

    Surroundings(Construct scope, String id, String region) {
        super(scope, id);
        this.region = region;
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
            partition = Address.named("current", new DataAwsPartition(this, "partition"))
                    .getPartition();
        }
        return partition;
    }

    private String account() {
        if (account == null) {
            account = Address.named("current", new DataAwsCallerIdentity(this, "identity"))
                    .getAccountId();
        }
        return account;
    }
}

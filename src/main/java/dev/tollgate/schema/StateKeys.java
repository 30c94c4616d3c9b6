package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.string;

/** The keys of {@code state}. */
public enum StateKeys implements Key {
    BUCKET(string().mandatory().within(AwsLimits.BUCKET).about("S3 bucket")),
    KEY(string().mandatory().about("object's key")),
    REGION(string().mandatory().within(AwsLimits.REGION).about("the bucket's region")),
    USE_LOCKFILE(bool().byDefault(true).about("lock by a file in the bucket (Terraform 1.10 and up)")),
    DYNAMODB_TABLE(string().about("lock by a DynamoDB table, for older Terraform")),
    KMS_KEY_ID(string().about("KMS key; S3's own encryption when absent"));

    private final Attribute attribute;

    StateKeys(Draft draft) {
        attribute = draft.of(this);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return word();
    }
}

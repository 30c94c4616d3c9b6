package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.strings;

/** The keys of a function's {@code vpc}. */
public enum VpcKeys implements Key {
    SUBNET_IDS(strings().mandatory().changeable().within(AwsLimits.SUBNETS).about("private subnets")),
    SECURITY_GROUP_IDS(
            strings().mandatory().changeable().within(AwsLimits.SECURITY_GROUPS).about("security groups"));

    private final Attribute attribute;

    VpcKeys(Draft draft) {
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

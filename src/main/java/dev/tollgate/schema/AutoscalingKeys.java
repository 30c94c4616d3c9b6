package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;

/** The keys of a table's {@code autoscaling}. */
public enum AutoscalingKeys implements Key {
    MAX_READ_CAPACITY(number().mandatory()
            .changeable()
            .within(AwsLimits.CAPACITY)
            .about("the most provisioned reads; `read_capacity` is the least")),
    MAX_WRITE_CAPACITY(number().mandatory()
            .changeable()
            .within(AwsLimits.CAPACITY)
            .about("the most provisioned writes; `write_capacity` is the least")),
    TARGET_UTILIZATION(number().byDefault(70)
            .changeable()
            .within(AwsLimits.TARGET_UTILIZATION)
            .about("how much of the capacity calls are to use")),
    INDEXES(
            bool().byDefault(true)
                    .about(
                            "whether each index scales too, from its own capacity to the same most; write `false` in the change that makes, changes or removes an index"));

    private final Attribute attribute;

    AutoscalingKeys(Draft draft) {
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

package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.number;

/** The keys of {@code throttle}. */
public enum ThrottleKeys implements Key {
    RATE(number().mandatory().changeable().within(AwsLimits.THROTTLE).about("requests per second, on average")),
    BURST(number().mandatory().changeable().within(AwsLimits.THROTTLE).about("requests at once"));

    private final Attribute attribute;

    ThrottleKeys(Draft draft) {
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

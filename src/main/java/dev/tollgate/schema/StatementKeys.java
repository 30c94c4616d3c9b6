package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.strings;

/** The keys of an entry of a function's {@code policy}. */
public enum StatementKeys implements Key {
    ACTIONS(strings().mandatory().within(AwsLimits.POLICY_ELEMENTS).about("IAM actions, `sns:Publish`")),
    RESOURCES(strings().mandatory().within(AwsLimits.POLICY_ELEMENTS).about("ARNs"));

    private final Attribute attribute;

    StatementKeys(Draft draft) {
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

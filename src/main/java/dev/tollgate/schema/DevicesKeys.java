package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;

/** The keys of {@code user_pool.devices}. */
public enum DevicesKeys implements Key {
    CHALLENGE_REQUIRED_ON_NEW_DEVICE(
            bool().byDefault(false).about("whether a remembered device takes the place of the second factor")),
    DEVICE_ONLY_REMEMBERED_ON_USER_PROMPT(
            bool().byDefault(false).about("whether people are asked before a device is remembered"));

    private final Attribute attribute;

    DevicesKeys(Draft draft) {
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

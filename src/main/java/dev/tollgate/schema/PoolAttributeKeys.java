package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code user_pool.attributes}. */
public enum PoolAttributeKeys implements Key {
    TYPE(string().byDefault("string")
            .within(PoolLimits.ATTRIBUTE_TYPE)
            .about("what its values are; in tokens they are always text")),
    REQUIRED(
            bool().byDefault(false).about("whether nobody can sign up without it; an attribute of your own cannot be")),
    MUTABLE(bool().byDefault(true)
            .about("whether it can change after sign-up; one that an identity provider fills has to be")),
    MIN_LENGTH(number().within(PoolLimits.LENGTH).about("shortest text; 0 unless given")),
    MAX_LENGTH(number().within(PoolLimits.LENGTH).about("longest text; 2048 unless given")),
    MIN_VALUE(number().within(PoolLimits.VALUE).about("least number; 0 unless given")),
    MAX_VALUE(number().within(PoolLimits.VALUE).about("greatest number; 9007199254740991 unless given"));

    private final Attribute attribute;

    PoolAttributeKeys(Draft draft) {
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

package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code user_pool.groups}. */
public enum GroupKeys implements Key {
    DESCRIPTION(string().within(PoolLimits.DESCRIPTION).about("what its members are")),
    PRECEDENCE(number().byDefault(Integer.MAX_VALUE)
            .within(PoolLimits.PRECEDENCE)
            .about("of a person's groups the one with the least number decides the role")),
    ROLE_ARN(
            string().within(PoolLimits.ROLE)
                    .about(
                            "the role that an identity pool gives its members; once a group has one, it can get another and not be without"));

    private final Attribute attribute;

    GroupKeys(Draft draft) {
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

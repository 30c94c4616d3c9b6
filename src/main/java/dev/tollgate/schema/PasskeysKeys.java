package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.passkeys}. */
public enum PasskeysKeys implements Key {
    RELYING_PARTY_ID(string().within(PoolLimits.RELYING_PARTY)
            .about("the domain that passkeys are for; the pool's own domain unless given")),
    USER_VERIFICATION(string().byDefault("preferred")
            .within(PoolLimits.USER_VERIFICATION)
            .about("whether the device asks for a PIN or a fingerprint"));

    private final Attribute attribute;

    PasskeysKeys(Draft draft) {
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

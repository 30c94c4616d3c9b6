package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.email}. */
public enum EmailKeys implements Key {
    IDENTITY_ARN(string().mandatory()
            .within(PoolLimits.SES_IDENTITY)
            .about("the verified identity in SES that sends; its account has to be out of SES's sandbox")),
    FROM(string().within(PoolLimits.ADDRESS)
            .about("who the mails are from, `Shop <no-reply@example.com>`; the identity unless given")),
    REPLY_TO(string().within(PoolLimits.ADDRESS).about("where answers go")),
    CONFIGURATION_SET(
            string().within(PoolLimits.CONFIGURATION_SET).about("SES's configuration set, for events and reputation"));

    private final Attribute attribute;

    EmailKeys(Draft draft) {
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

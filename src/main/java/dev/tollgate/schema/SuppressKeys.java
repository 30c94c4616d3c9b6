package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code suppress}. */
public enum SuppressKeys implements Key {
    RULE(string().mandatory().about("the finding's rule")),
    SUBJECT(string().mandatory().about("the finding's subject")),
    REASON(string().mandatory().within(OwnLimits.REASON).about("why it is right here")),
    EXPIRES(string().within(new Limit.Day())
            .about("the last day on which it is accepted; after it, the finding counts again"));

    private final Attribute attribute;

    SuppressKeys(Draft draft) {
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

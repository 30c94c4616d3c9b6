package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.messages.verification}. */
public enum VerificationMessageKeys implements Key {
    BY(string().byDefault("code")
            .within(Limit.oneOf(PoolLimits.MESSAGES, "code", "link"))
            .about("what the mail holds: a code to type in, or a link, which needs a domain")),
    SUBJECT(string().within(PoolLimits.SUBJECT).about("subject of the mail")),
    BODY(string().within(PoolLimits.VERIFICATION_BODY)
            .about("the mail, with `{####}` for the code, or `{##text##}` for the link")),
    SMS(string().within(PoolLimits.SMS_TEXT).about("the text message, with `{####}` for the code"));

    private final Attribute attribute;

    VerificationMessageKeys(Draft draft) {
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

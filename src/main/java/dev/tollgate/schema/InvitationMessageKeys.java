package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.messages.invitation}. */
public enum InvitationMessageKeys implements Key {
    SUBJECT(string().within(PoolLimits.SUBJECT).about("subject of the mail")),
    BODY(
            string().within(PoolLimits.INVITATION_BODY)
                    .about(
                            "the mail to whom an administrator makes an account for, with `{username}` and `{####}` for the password")),
    SMS(string().within(PoolLimits.INVITATION_SMS).about("the text message, with `{username}` and `{####}`"));

    private final Attribute attribute;

    InvitationMessageKeys(Draft draft) {
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

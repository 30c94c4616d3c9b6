package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.object;
import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.messages}. A text that is taken out stays in the pool until another one replaces it. */
public enum MessagesKeys implements Key {
    VERIFICATION(object(VerificationMessageKeys.values())
            .about("what proves an address; a text that leaves the file stays until another replaces it")),
    INVITATION(object(InvitationMessageKeys.values()).about("what an account that an administrator made begins with")),
    MFA_SMS(string().within(PoolLimits.SMS_TEXT)
            .about("the text message with a second factor, with `{####}` for the code")),
    MFA_SUBJECT(string().within(PoolLimits.SUBJECT).about("subject of the mail with a second factor")),
    MFA_BODY(string().within(PoolLimits.MFA_BODY).about("the mail with a second factor, with `{####}` for the code"));

    private final Attribute attribute;

    MessagesKeys(Draft draft) {
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

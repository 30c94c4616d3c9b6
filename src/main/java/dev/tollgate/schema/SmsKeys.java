package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.sms}. */
public enum SmsKeys implements Key {
    ROLE_ARN(string().within(PoolLimits.ROLE).about("the role that Cognito takes on to send; made here unless given")),
    EXTERNAL_ID(string().within(PoolLimits.EXTERNAL_ID)
            .about("what that role's trust asks for; `<name>-users` unless given")),
    REGION(string().within(AwsLimits.REGION).about("where SNS sends from; the pool's region unless given"));

    private final Attribute attribute;

    SmsKeys(Draft draft) {
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

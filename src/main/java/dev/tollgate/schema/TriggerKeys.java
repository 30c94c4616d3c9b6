package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of {@code user_pool.triggers}: a function for each trigger, under Cognito's own name of it. */
public enum TriggerKeys implements Key {
    PRE_SIGN_UP(string().about("before an account is made: refuse it, confirm it, verify its address")),
    POST_CONFIRMATION(string().about("after a sign-up, or a new password, was confirmed")),
    PRE_AUTHENTICATION(string().about("before a password is looked at: refuse the sign-in")),
    POST_AUTHENTICATION(string().about("after a sign-in")),
    PRE_TOKEN_GENERATION(string().about("before tokens are issued: add or take away claims and scopes")),
    CUSTOM_MESSAGE(string().about("before a mail or text message is sent: write it")),
    DEFINE_AUTH_CHALLENGE(string().about("`CUSTOM`: which challenge comes next")),
    CREATE_AUTH_CHALLENGE(string().about("`CUSTOM`: what the challenge is")),
    VERIFY_AUTH_CHALLENGE_RESPONSE(string().about("`CUSTOM`: whether the answer is right")),
    USER_MIGRATION(string().about("a person whom the pool does not know signs in: bring them from elsewhere")),
    CUSTOM_EMAIL_SENDER(string().about("sends the mails instead of Cognito; needs `kms_key_arn`")),
    CUSTOM_SMS_SENDER(string().about("sends the text messages instead of Cognito; needs `kms_key_arn`")),
    PRE_TOKEN_GENERATION_VERSION(
            string().byDefault("V2_0")
                    .within(PoolLimits.TOKEN_EVENT)
                    .about(
                            "what `pre_token_generation` gets and may change: `V1_0` the ID token, `V2_0` the access token too, `V3_0` machines' too")),
    KMS_KEY_ARN(
            string().within(PoolLimits.KMS_KEY).about("the key that codes are encrypted with for your own senders"));

    private final Attribute attribute;

    TriggerKeys(Draft draft) {
        attribute = draft.of(this);
    }

    /** Whether it names a function; the others say how one is called. */
    public boolean isFunction() {
        return this != PRE_TOKEN_GENERATION_VERSION && this != KMS_KEY_ARN;
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

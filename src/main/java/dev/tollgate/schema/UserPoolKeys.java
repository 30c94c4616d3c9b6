package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.object;
import static dev.tollgate.schema.Draft.objectMap;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

/** The keys of {@code user_pool}. */
public enum UserPoolKeys implements Key {
    SOURCE(string().fixed("a pool that was made here has to go before another is taken")
            .byDefault("create")
            .within(Limit.oneOf("", "create", "ssm", "existing"))
            .about("make the pool, read it from SSM (published by another environment), or name it by id")),
    NAME(string().fixed("another name is another pool, without its users")
            .within(AwsLimits.POOL_NAME)
            .about("`<name>-users` unless given")),
    ID(string().within(AwsLimits.POOL_ID).about("the pool's id, with `source = \"existing\"`")),
    SSM_PREFIX(string().within(AwsLimits.PARAMETER_PREFIX)
            .about("with `create`: publish the pool here; with `ssm`: read it from here")),
    DOMAIN_PREFIX(string().within(AwsLimits.DOMAIN_PREFIX)
            .about("host of the token endpoint, `https://<prefix>.auth.<region>.amazoncognito.com`")),
    DELETION_PROTECTION(bool().byDefault(true).about("refuse to delete or replace the pool, in AWS and in Terraform")),
    SELF_SIGN_UP(bool().byDefault(false).changeable().about("whether anyone may sign up")),
    MFA(string().byDefault("OFF")
            .within(AwsLimits.MFA)
            .about("whether people need, or may choose, an authenticator app besides their password")),
    PASSWORD_MINIMUM_LENGTH(number().byDefault(12)
            .changeable()
            .within(AwsLimits.PASSWORD_LENGTH)
            .about("shortest password, in characters")),
    SIGN_IN(strings()
            .byDefault("username")
            .fixed("another choice is another pool, without its users")
            .within(PoolLimits.SIGN_IN)
            .about("what people sign in with: `username`, or their own `email` or `phone_number`")),
    ALIASES(strings()
            .emptyByDefault()
            .fixed("another choice is another pool, without its users")
            .within(PoolLimits.ALIASES)
            .about("what they may sign in with beside a user name, once it is verified")),
    CASE_SENSITIVE(bool().byDefault(false)
            .fixed("another choice is another pool, without its users")
            .about("whether `Ann` and `ann` are two people")),
    ATTRIBUTES(
            objectMap(PoolAttributeKeys.values())
                    .emptyByDefault()
                    .fixed("an attribute can be added, and never be removed or changed; a standard one not even added")
                    .within(PoolLimits.ATTRIBUTES)
                    .about(
                            "what is known of people: Cognito's standard attributes, and your own, which tokens call `custom:<name>`")),
    VERIFY(strings()
            .within(PoolLimits.ADDRESSES)
            .about(
                    "addresses that Cognito verifies itself; unless given, those that people sign in with, and `email` with"
                            + " `self_sign_up`")),
    VERIFY_BEFORE_UPDATE(strings()
            .emptyByDefault()
            .within(PoolLimits.ADDRESSES)
            .about("addresses that stay as they are until a new one is verified")),
    RECOVERY(strings()
            .within(PoolLimits.RECOVERY)
            .about(
                    "how people recover their accounts, the best way first: over a verified address, or `admin_only`; unless"
                            + " given, by `email`, or by `phone_number` where that is all they sign in with")),
    PASSWORD_REQUIRES(strings()
            .byDefault("lowercase", "uppercase", "digits", "symbols")
            .within(PoolLimits.CHARACTERS)
            .about("what every password has")),
    PASSWORD_TEMPORARY_DAYS(number().byDefault(7)
            .within(PoolLimits.TEMPORARY_DAYS)
            .about("days that a password from an administrator lives")),
    PASSWORD_HISTORY(
            number().byDefault(0).within(PoolLimits.HISTORY).about("how many former passwords nobody may use again")),
    MFA_METHODS(strings()
            .byDefault("totp")
            .within(PoolLimits.MFA_METHODS)
            .about("what the second factor may be: an authenticator app, a text message, a mail")),
    FIRST_FACTORS(strings()
            .byDefault("PASSWORD")
            .within(PoolLimits.FIRST_FACTORS)
            .about("what people may begin a sign-in with, by the flow `USER`; Cognito insists on `PASSWORD`")),
    PASSKEYS(object(PasskeysKeys.values()).about("how passkeys work, with `WEB_AUTHN` among `first_factors`")),
    DEVICES(object(DevicesKeys.values()).about("remember the devices of people; not remembered when absent")),
    EMAIL(object(EmailKeys.values()).about("send mails by SES; by Cognito itself, 50 a day, when absent")),
    SMS(object(SmsKeys.values()).about("how text messages are sent, where any are")),
    MESSAGES(object(MessagesKeys.values()).about("what mails and text messages say; Cognito's own words when absent")),
    TRIGGERS(object(TriggerKeys.values()).about("functions that Cognito calls on the way")),
    THREAT_PROTECTION(string().byDefault("OFF")
            .within(PoolLimits.THREAT_PROTECTION)
            .about("risk-based sign-in and compromised passwords: log them, or refuse them; takes the plan `PLUS`")),
    TIER(
            string().within(PoolLimits.TIER)
                    .about(
                            "the feature plan, which is billed; `PLUS` with `threat_protection`, `ESSENTIALS` otherwise, unless given")),
    GROUPS(objectMap(GroupKeys.values())
            .emptyByDefault()
            .within(Limit.keys(OwnLimits.WORD))
            .about("groups of people, which tokens list in `cognito:groups`")),
    IDENTITY_PROVIDERS(objectMap(IdentityProviderKeys.values())
            .emptyByDefault()
            .fixed("under another name it is another provider, whose people are others")
            .within(PoolLimits.PROVIDERS)
            .about("who else signs people in; each client says which it takes"));

    private final Attribute attribute;

    UserPoolKeys(Draft draft) {
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

package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;

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
            .about("shortest password, in characters"));

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

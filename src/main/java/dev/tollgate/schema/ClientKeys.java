package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

import java.util.List;

/** The keys of an entry of {@code clients}. */
public enum ClientKeys implements Key {
    NAME(string().changeable().within(AwsLimits.CLIENT_NAME).about("`<name>-<client>` unless given")),
    OAUTH_FLOWS(
            strings().emptyByDefault().within(AwsLimits.OAUTH_FLOWS).about("OAuth 2.0 grants at the token endpoint")),
    AUTH_FLOWS(strings()
            .emptyByDefault()
            .within(AwsLimits.AUTH_FLOWS)
            .about("flows of `InitiateAuth`, without Cognito's `ALLOW_` and `_AUTH`")),
    SCOPES(strings()
            .emptyByDefault()
            .within(AwsLimits.CLIENT_SCOPES)
            .about("scopes the client may ask for, such as `orders/read` or `openid`")),
    SECRET(bool().fixed("with or without, it becomes another client, with another id")
            .about("whether the client has a secret; yes with `client_credentials`, no otherwise, unless given")),
    CALLBACK_URLS(strings()
            .emptyByDefault()
            .changeable()
            .within(AwsLimits.CALLBACKS)
            .lately(AwsLimits.RETURN_ADDRESSES)
            .lately(new Limit.Beside(
                    OAUTH_FLOWS, List.of("code", "implicit"), "at least one beside the flows `code` and `implicit`"))
            .about("where `code` and `implicit` may return to")),
    LOGOUT_URLS(strings()
            .emptyByDefault()
            .changeable()
            .within(AwsLimits.CALLBACKS)
            .lately(AwsLimits.RETURN_ADDRESSES)
            .about("where a sign-out may return to")),
    ACCESS_TOKEN_MINUTES(number().byDefault(60)
            .changeable()
            .within(AwsLimits.ACCESS_MINUTES)
            .about("life of an access token, in minutes")),
    ID_TOKEN_MINUTES(number().byDefault(60)
            .changeable()
            .within(AwsLimits.ACCESS_MINUTES)
            .about("life of an ID token, in minutes")),
    REFRESH_TOKEN_DAYS(number().byDefault(30)
            .changeable()
            .within(AwsLimits.REFRESH_DAYS)
            .about("life of a refresh token, in days")),
    IDENTITY_PROVIDERS(
            strings()
                    .byDefault("cognito")
                    .about(
                            "who signs people in on the pool's pages: `cognito` is the pool itself, and its `identity_providers`")),
    READ(strings().emptyByDefault().about("attributes of people that it may read; the standard ones unless given")),
    WRITE(strings().emptyByDefault().about("attributes of people that it may write; the standard ones unless given")),
    DEFAULT_REDIRECT_URL(string().about(
                    "where to return to when a request does not say; one of `callback_urls`. One that leaves the file stays until another"
                            + " replaces it")),
    SESSION_MINUTES(number().byDefault(3)
            .within(PoolLimits.SESSION_MINUTES)
            .about("how long a sign-in of several steps may take, in minutes")),
    ROTATE_REFRESH_TOKENS(bool().byDefault(false)
            .about("whether a refresh token is good for one use, and the answer has the next one")),
    ROTATION_GRACE_SECONDS(number().byDefault(0)
            .within(PoolLimits.GRACE)
            .about("how long the former refresh token still works, for an answer that got lost"));

    private final Attribute attribute;

    ClientKeys(Draft draft) {
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

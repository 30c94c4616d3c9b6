package dev.tollgate.schema;

import static dev.tollgate.model.ApiKind.HTTP;
import static dev.tollgate.model.ApiKind.REST;
import static dev.tollgate.schema.Draft.number;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

/** The keys of {@code authorizer}. */
public enum AuthorizerKeys implements Key {
    NAME(string().changeable().within(AwsLimits.AUTHORIZER_NAME).about("`cognito`, or `jwt` with an `issuer`")),
    // AWS has JWT authorizers on REST APIs by now; provider 5.x of Terraform cannot make one.
    ISSUER(string().asksFor(Capability.of(
                    "tokens of another issuer than Cognito",
                    "take tokens from a `user_pool`",
                    "http-api-jwt-authorizer.html",
                    HTTP))
            .within(AwsLimits.ISSUER)
            .about("an OpenID Connect issuer instead of a user pool, to the letter as `iss` of its tokens has it")),
    AUDIENCE(strings()
            .asksFor(Capability.of(
                    "an audience of its own", "separate clients by scopes", "http-api-jwt-authorizer.html", HTTP))
            .emptyByDefault()
            .changeable()
            .within(AwsLimits.AUDIENCE)
            .about("who the issuer's tokens must be meant for")),
    TTL(number().asksFor(Capability.of(
                    "a cache of verdicts",
                    "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
                    REST))
            .changeable()
            .within(AwsLimits.AUTHORIZER_TTL)
            .about("seconds a verdict is kept; 300 in AWS unless given"));

    private final Attribute attribute;

    AuthorizerKeys(Draft draft) {
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

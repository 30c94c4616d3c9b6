package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.strings;

/** The keys of {@code custom_domain}. */
public enum CustomDomainKeys implements Key {
    ZONE(string().mandatory().within(AwsLimits.DOMAIN).about("the public Route 53 hosted zone")),
    API(string().asksFor(Capability.ofApis("a domain name for the API"))
            .within(AwsLimits.API_DOMAIN)
            .about("the API's name; its default endpoint is closed then")),
    AUTH(string().within(AwsLimits.AUTH_DOMAIN).about("the token endpoint's name")),
    CERTIFICATE_NAMES(strings()
            .emptyByDefault()
            .within(Limit.items(AwsLimits.API_DOMAIN))
            .about("further names on the certificate, before `api` and `auth`")),
    VALIDATION_TIMEOUT(string().byDefault("45m")
            .changeable()
            .within(Limit.matching("([0-9]+[smh]){1,3}", "a duration such as `45m`", ""))
            .about("longest wait for the certificate")),
    APEX_PLACEHOLDER(
            bool().byDefault(false).about("make an A record at the parent of `auth`, which Cognito wants to resolve"));

    private final Attribute attribute;

    CustomDomainKeys(Draft draft) {
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

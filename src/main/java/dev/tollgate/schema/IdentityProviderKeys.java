package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.bool;
import static dev.tollgate.schema.Draft.string;
import static dev.tollgate.schema.Draft.stringMap;
import static dev.tollgate.schema.Draft.strings;

/** The keys of an entry of {@code user_pool.identity_providers}. */
public enum IdentityProviderKeys implements Key {
    KIND(string().fixed("another kind is another provider, whose people are others")
            .mandatory()
            .within(PoolLimits.PROVIDER_KIND)
            .about("who signs the people in")),
    CLIENT_ID(string().about("what the provider calls this pool; not for `saml`")),
    SECRET(
            string().within(OwnLimits.SECRET)
                    .about(
                            "its secret, or Apple's private key, never as such: `variable:NAME` (Terraform asks for it, `TF_VAR_NAME`),"
                                    + " `parameter:/path` of SSM or `secret:name` of Secrets Manager; it is in Terraform's state")),
    SCOPES(strings().emptyByDefault().about("what the provider is asked for; what its kind needs unless given")),
    ATTRIBUTES(stringMap()
            .emptyByDefault()
            .within(PoolLimits.MAPPED)
            .about("what is taken over: attribute of the pool to the provider's name of it, `email = \"email\"`")),
    IDENTIFIERS(strings()
            .emptyByDefault()
            .within(PoolLimits.IDENTIFIERS)
            .about("words by which an application asks for it, such as the domain of an address")),
    TEAM_ID(string().about("`apple`: the team")),
    KEY_ID(string().about("`apple`: the private key's id")),
    ISSUER(string().within(AwsLimits.ISSUER).about("`oidc`: the issuer, where its discovery document is")),
    ATTRIBUTES_METHOD(string().byDefault("GET")
            .within(PoolLimits.ATTRIBUTES_METHOD)
            .about("`oidc`: how its attributes are asked for")),
    METADATA_URL(string().within(PoolLimits.METADATA_URL).about("`saml`: where its metadata is")),
    SIGN_OUT(bool().byDefault(false).about("`saml`: sign out there, too"));

    private final Attribute attribute;

    IdentityProviderKeys(Draft draft) {
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

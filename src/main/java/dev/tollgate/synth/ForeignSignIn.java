package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.aws.cognito_identity_provider.CognitoIdentityProviderConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.IdentityProvider;
import dev.tollgate.model.IdentityProvider.Kind;
import dev.tollgate.model.PoolAttribute;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who else signs people in to a pool. */
final class ForeignSignIn {

    /** What Cognito adds to a provider's details, and Terraform's provider would take away with every plan. */
    private static final String[] ADDED = Stream.of(
                    "ActiveEncryptionCertificate",
                    "SLORedirectBindingURI",
                    "SSORedirectBindingURI",
                    "api_version",
                    "attributes_url",
                    "attributes_url_add_attributes",
                    "authorize_url",
                    "jwks_uri",
                    "token_request_method",
                    "token_url")
            .map(ForeignSignIn::detail)
            .toArray(String[]::new);

    private final Elements elements;
    private final NamedSecrets secrets;
    private final Element pool;

    ForeignSignIn(Elements elements, NamedSecrets secrets, Element pool) {
        this.elements = elements;
        this.secrets = secrets;
        this.pool = pool;
    }

    private static String detail(String name) {
        return "provider_details[\"" + name + "\"]";
    }

    /** {@code provider}, for which {@code source} asks. */
    Element add(IdentityProvider provider, KeyPath source) {
        Element added = elements.add(
                source,
                provider.label(),
                CognitoIdentityProviderConfig.builder()
                        .userPoolId(pool.attribute("id"))
                        .providerName(provider.clientsName())
                        .providerType(provider.kind().type())
                        .providerDetails(details(provider, source))
                        .attributeMapping(mapping(provider))
                        .build());
        if (!provider.identifiers().isEmpty()) {
            ObjectNode identifiers = JsonNodeFactory.instance.objectNode();
            provider.identifiers().stream().map(Hcl::literal).forEach(identifiers.putArray("idp_identifiers")::add);
            added.with(identifiers);
        }
        // The issuers of the social ones are Cognito's to know, too.
        return provider.kind() == Kind.OIDC
                ? added.keeping(ADDED)
                : added.keeping(ADDED).keeping(detail("oidc_issuer"));
    }

    private Map<String, String> details(IdentityProvider provider, KeyPath source) {
        SortedMap<String, String> details = new TreeMap<>();
        provider.clientId().ifPresent(id -> details.put("client_id", Hcl.literal(id)));
        provider.secret()
                .ifPresent(secret -> details.put(
                        provider.kind() == Kind.APPLE ? "private_key" : "client_secret",
                        secrets.value(secret, "of_" + provider.label(), source)));
        if (provider.kind() != Kind.SAML) {
            details.put(
                    "authorize_scopes",
                    provider.scopes().isEmpty()
                            ? provider.kind().scopes()
                            : Hcl.literal(String.join(provider.kind().separator(), provider.scopes())));
        }
        provider.settings().forEach((name, value) -> details.put(name, Hcl.literal(value)));
        return details;
    }

    /** With the user name, which Cognito adds where it is left out. */
    private static Map<String, String> mapping(IdentityProvider provider) {
        SortedMap<String, String> mapping = new TreeMap<>();
        if (!provider.kind().subject().isEmpty()) {
            mapping.put("username", provider.kind().subject());
        }
        provider.attributes().forEach((attribute, theirs) -> mapping.put(name(attribute), Hcl.literal(theirs)));
        return mapping;
    }

    /** What Cognito calls the file's {@code attribute}. */
    static String name(String attribute) {
        return PoolAttribute.OF_EVERY_POOL.contains(attribute) ? attribute : "custom:" + attribute;
    }
}

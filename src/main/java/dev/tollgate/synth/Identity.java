package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerConfig;
import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerScope;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientTokenValidityUnits;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.ClientSession;
import dev.tollgate.model.Environment;
import dev.tollgate.model.People;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.schema.ClientKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.ResourceServerKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may ask the user pool for tokens, and with which scopes. The addresses are the same whatever the kind of API, so
 * that changing the kind leaves the identity alone.
 */
final class Identity {

    /** What Cognito takes where nothing is said. */
    private static final int SESSION_MINUTES = 3;

    private final Elements elements;
    private final SortedMap<String, Element> clients = new TreeMap<>();
    private final boolean ofPeople;

    Identity(Elements elements, Environment environment, Pool pool) {
        this.elements = elements;
        this.ofPeople = environment.people().map(People::written).orElse(false);
        List<Element> servers = new ArrayList<>();
        environment.resourceServers().forEach(server -> servers.add(resourceServer(server, pool)));
        environment.clients().forEach(client -> clients.put(client.id(), client(client, pool, servers)));
    }

    private Element resourceServer(ResourceServer server, Pool pool) {
        Variable variable = Variable.of(EnvironmentKeys.RESOURCE_SERVERS).entry(server.identifier());
        return elements.add(
                KeyPath.of("resource_servers", server.identifier()),
                server.id(),
                CognitoResourceServerConfig.builder()
                        .identifier(Hcl.literal(server.identifier()))
                        .name(variable.at(ResourceServerKeys.NAME).textOr(Hcl.quoted(server.defaultName())))
                        .userPoolId(pool.id())
                        .scope(server.scopeNames().stream()
                                .map(name -> scope(name, variable))
                                .toList())
                        .build());
    }

    private static CognitoResourceServerScope scope(String name, Variable server) {
        return CognitoResourceServerScope.builder()
                .scopeName(Hcl.literal(name))
                .scopeDescription(
                        server.at(ResourceServerKeys.SCOPES).entry(name).text())
                .build();
    }

    /** After the resource servers: Cognito refuses a client whose scopes it does not know yet. */
    private Element client(AppClient client, Pool pool, List<Element> servers) {
        Variable variable = Variable.of(EnvironmentKeys.CLIENTS).entry(client.id());
        CognitoUserPoolClientConfig.Builder builder = CognitoUserPoolClientConfig.builder()
                .name(variable.at(ClientKeys.NAME).textOr("\"${var.name}-" + client.id() + "\""))
                .userPoolId(pool.id())
                .generateSecret(client.hasSecret())
                .explicitAuthFlows(explicitAuthFlows(client))
                .supportedIdentityProviders(client.session().identityProviders().stream()
                        .map(name -> identityProvider(name, pool))
                        .toList())
                .preventUserExistenceErrors("ENABLED")
                .enableTokenRevocation(true)
                .accessTokenValidity(
                        variable.at(ClientKeys.ACCESS_TOKEN_MINUTES).number())
                .idTokenValidity(variable.at(ClientKeys.ID_TOKEN_MINUTES).number())
                .refreshTokenValidity(variable.at(ClientKeys.REFRESH_TOKEN_DAYS).number())
                .tokenValidityUnits(List.of(CognitoUserPoolClientTokenValidityUnits.builder()
                        .accessToken("minutes")
                        .idToken("minutes")
                        .refreshToken("days")
                        .build()));
        oauth(builder, client, variable);
        session(builder, client);
        return elements.add(KeyPath.of("clients", client.id()), client.label(), builder.build())
                .with(rotation(client))
                .after(servers);
    }

    private static String identityProvider(String name, Pool pool) {
        return name.equals(ClientSession.POOL)
                ? "COGNITO"
                : Optional.ofNullable(pool.signIns().get(name))
                        .orElseThrow(() -> new IllegalStateException("validation lets no unknown one through: " + name))
                        .attribute("provider_name");
    }

    private void session(CognitoUserPoolClientConfig.Builder builder, AppClient client) {
        ClientSession session = client.session();
        if (ofPeople || session.minutes() != SESSION_MINUTES) {
            builder.authSessionValidity(session.minutes());
        }
        // An empty list is Cognito's own choice again; of a list that is left out, the provider keeps what it knows.
        if (ofPeople || !session.read().isEmpty()) {
            builder.readAttributes(
                    session.read().stream().map(ForeignSignIn::name).toList());
        }
        if (ofPeople || !session.write().isEmpty()) {
            builder.writeAttributes(
                    session.write().stream().map(ForeignSignIn::name).toList());
        }
        session.defaultRedirectUrl().ifPresent(url -> builder.defaultRedirectUri(Hcl.literal(url)));
    }

    /**
     * Written where it is off, too: the provider fails on a block that goes
     * (https://github.com/hashicorp/terraform-provider-aws/issues/47196).
     */
    private ObjectNode rotation(AppClient client) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        if (client.session().rotates() || (ofPeople && !client.isMachineOnly())) {
            attributes
                    .putArray("refresh_token_rotation")
                    .addObject()
                    .put("feature", client.session().rotates() ? "ENABLED" : "DISABLED")
                    .put("retry_grace_period_seconds", client.session().rotationGraceSeconds());
        }
        return attributes;
    }

    /**
     * Always all five, empty where the client has none: the provider keeps what it knows of one that is left out, so
     * that a flow, scope or address that leaves the file would stay on AWS.
     */
    private static void oauth(CognitoUserPoolClientConfig.Builder builder, AppClient client, Variable variable) {
        builder.allowedOauthFlowsUserPoolClient(client.usesTokenEndpoint())
                .allowedOauthFlows(client.oauthFlows())
                .allowedOauthScopes(
                        client.usesTokenEndpoint()
                                ? client.scopes().stream().map(Hcl::literal).toList()
                                : List.of());
        if (client.usesRedirects()) {
            builder.callbackUrls(variable.at(ClientKeys.CALLBACK_URLS).texts())
                    .logoutUrls(variable.at(ClientKeys.LOGOUT_URLS).texts());
        } else {
            builder.callbackUrls(List.of()).logoutUrls(List.of());
        }
    }

    /**
     * Never none: a client without any gets Cognito's own defaults, which let people sign in. Refreshing is always
     * among them, for Cognito refuses a client without it (https://github.com/aws/aws-cdk/issues/7625).
     */
    private static List<String> explicitAuthFlows(AppClient client) {
        if (client.session().rotates()) {
            // Rotation and REFRESH_TOKEN exclude each other; CUSTOM does nothing by itself.
            List<String> others = client.authFlows().stream()
                    .filter(flow -> !flow.equals("REFRESH_TOKEN"))
                    .map(flow -> "ALLOW_" + flow + "_AUTH")
                    .toList();
            return others.isEmpty() ? List.of("ALLOW_CUSTOM_AUTH") : others;
        }
        return Stream.concat(client.authFlows().stream(), Stream.of("REFRESH_TOKEN"))
                .distinct()
                .map(flow -> "ALLOW_" + flow + "_AUTH")
                .toList();
    }

    /** The clients by the names the file gives them. */
    SortedMap<String, Element> clients() {
        return Collections.unmodifiableSortedMap(clients);
    }
}

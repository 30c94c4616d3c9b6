package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerConfig;
import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerScope;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientTokenValidityUnits;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.ResourceServer;
import dev.tollgate.schema.ClientKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.ResourceServerKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who may ask the user pool for tokens, and with which scopes. The addresses are the same whatever the kind of API, so
 * that changing the kind leaves the identity alone.
 */
final class Identity {

    private final Elements elements;
    private final SortedMap<String, Element> clients = new TreeMap<>();

    Identity(Elements elements, Environment environment, Pool pool) {
        this.elements = elements;
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
                .supportedIdentityProviders(List.of("COGNITO"))
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
        return elements.add(KeyPath.of("clients", client.id()), Names.id(client.id()), builder.build())
                .after(servers);
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

package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerConfig;
import com.hashicorp.cdktf.providers.aws.cognito_resource_server.CognitoResourceServerScope;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientConfig;
import com.hashicorp.cdktf.providers.aws.cognito_user_pool_client.CognitoUserPoolClientTokenValidityUnits;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.ResourceServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        String key = Late.key(server.identifier());
        return elements.add(
                server.id(),
                CognitoResourceServerConfig.builder()
                        .identifier(Hcl.literal(server.identifier()))
                        .name(Late.textOr(Hcl.quoted(server.identifier()), "resource_servers", key, "name"))
                        .userPoolId(pool.id())
                        .scope(server.scopeNames().stream()
                                .map(name -> scope(name, key))
                                .toList())
                        .build());
    }

    private static CognitoResourceServerScope scope(String name, String server) {
        return CognitoResourceServerScope.builder()
                .scopeName(Hcl.literal(name))
                .scopeDescription(Late.text("resource_servers", server, "scopes", Late.key(name)))
                .build();
    }

    /** After the resource servers: Cognito refuses a client whose scopes it does not know yet. */
    private Element client(AppClient client, Pool pool, List<Element> servers) {
        String key = Late.key(client.id());
        CognitoUserPoolClientConfig.Builder builder = CognitoUserPoolClientConfig.builder()
                .name(Late.textOr("\"${var.name}-" + client.id() + "\"", "clients", key, "name"))
                .userPoolId(pool.id())
                .generateSecret(client.hasSecret())
                .explicitAuthFlows(explicitAuthFlows(client))
                .supportedIdentityProviders(List.of("COGNITO"))
                .preventUserExistenceErrors("ENABLED")
                .enableTokenRevocation(true)
                .accessTokenValidity(Late.number("clients", key, "access_token_minutes"))
                .idTokenValidity(Late.number("clients", key, "id_token_minutes"))
                .refreshTokenValidity(Late.number("clients", key, "refresh_token_days"))
                .tokenValidityUnits(List.of(CognitoUserPoolClientTokenValidityUnits.builder()
                        .accessToken("minutes")
                        .idToken("minutes")
                        .refreshToken("days")
                        .build()));
        if (client.usesTokenEndpoint()) {
            builder.allowedOauthFlowsUserPoolClient(true)
                    .allowedOauthFlows(client.oauthFlows())
                    .allowedOauthScopes(
                            client.scopes().stream().map(Hcl::literal).toList());
        }
        if (client.usesRedirects()) {
            builder.callbackUrls(Late.texts("clients", key, "callback_urls"));
        }
        if (!client.logoutUrls().isEmpty()) {
            builder.logoutUrls(Late.texts("clients", key, "logout_urls"));
        }
        return elements.add(Names.id(client.id()), builder.build()).after(servers);
    }

    /** Never none: a client without any gets Cognito's own defaults, which let people sign in. */
    private static List<String> explicitAuthFlows(AppClient client) {
        return client.authFlows().isEmpty()
                ? List.of("ALLOW_REFRESH_TOKEN_AUTH")
                : client.authFlows().stream()
                        .map(flow -> "ALLOW_" + flow + "_AUTH")
                        .toList();
    }

    /** The clients by the names the file gives them. */
    SortedMap<String, Element> clients() {
        return Collections.unmodifiableSortedMap(clients);
    }
}

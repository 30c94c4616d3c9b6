package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OAuth flows that app clients have, each with its endpoints and scopes. */
final class Flows {

    private final Infrastructure infrastructure;
    private final Api api;
    private final ServerUrls addresses;
    private final Map<String, String> descriptions = new TreeMap<>();

    Flows(Infrastructure infrastructure, Surface surface, Api api, ServerUrls addresses) {
        this.infrastructure = infrastructure;
        this.api = api;
        this.addresses = addresses;
        for (CognitoPool pool : surface.pools()) {
            pool.resourceServers().forEach(this::describe);
        }
    }

    private void describe(Resource server) {
        Optional<String> identifier = text(server.get("identifier"));
        for (Value scope : server.get("scope").items()) {
            Optional<String> name = text(scope.get("scope_name"));
            Optional<String> description = text(scope.get("scope_description"));
            if (identifier.isPresent() && name.isPresent() && description.isPresent()) {
                descriptions.put(identifier.get() + "/" + name.get(), description.get());
            }
        }
    }

    /** The flows by which {@code clients} of {@code pool} get tokens for {@code authorizer}; empty when by none. */
    ObjectNode of(Authorizer authorizer, Optional<Resource> pool, List<PoolClient> clients) {
        Optional<String> token = addresses.tokenEndpoint(pool);
        Optional<String> authorization = addresses.authorizationEndpoint(pool);
        ObjectNode flows = JsonNodeFactory.instance.objectNode();
        if (token.isPresent() && has(clients, "client_credentials")) {
            ObjectNode flow = flows.putObject("clientCredentials").put("tokenUrl", token.get());
            flow.set("scopes", scopes(authorizer, clients, "client_credentials"));
        }
        if (token.isPresent() && authorization.isPresent() && has(clients, "code")) {
            ObjectNode flow = flows.putObject("authorizationCode")
                    .put("authorizationUrl", authorization.get())
                    .put("tokenUrl", token.get());
            flow.set("scopes", scopes(authorizer, clients, "code"));
        }
        if (authorization.isPresent() && has(clients, "implicit")) {
            ObjectNode flow = flows.putObject("implicit").put("authorizationUrl", authorization.get());
            flow.set("scopes", scopes(authorizer, clients, "implicit"));
        }
        return flows;
    }

    private static boolean has(List<PoolClient> clients, String flow) {
        return clients.stream().anyMatch(client -> client.oauthFlows().contains(flow));
    }

    /** What routes demand, whoever may have it, and what clients of {@code flow} may ask for. */
    private ObjectNode scopes(Authorizer authorizer, List<PoolClient> clients, String flow) {
        SortedSet<String> all = new TreeSet<>();
        api.routes().forEach(route -> {
            if (route.access().authorizer().filter(authorizer::isSame).isPresent()) {
                all.addAll(route.access().scopes().names());
            }
        });
        clients.stream()
                .filter(client -> client.oauthFlows().contains(flow))
                .forEach(client -> all.addAll(client.scopes().names()));
        ObjectNode scopes = JsonNodeFactory.instance.objectNode();
        all.forEach(scope -> scopes.put(scope, descriptions.getOrDefault(scope, scope)));
        return scopes;
    }

    private Optional<String> text(Value value) {
        return infrastructure.resolve(value).text();
    }
}

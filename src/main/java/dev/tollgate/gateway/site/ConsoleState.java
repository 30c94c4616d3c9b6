package dev.tollgate.gateway.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.signin.PoolEndpoint;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import java.util.List;

/** What the console shows of a gateway: no secret, no password. */
final class ConsoleState {

    private ConsoleState() {}

    static ObjectNode of(LocalGateway gateway) {
        GatewayApi api = gateway.api();
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("kind", api.kind().name())
                .put("stage", api.stage())
                .put("base", api.base());
        ArrayNode routes = state.putArray("routes");
        for (GatewayRoute route : api.routes()) {
            ObjectNode one = routes.addObject()
                    .put("key", route.key())
                    .put("method", route.method())
                    .put("path", route.path())
                    .put("open", route.authorizer().isEmpty());
            ArrayNode scopes = one.putArray("scopes");
            route.scopes().forEach(scopes::add);
        }
        ArrayNode clients = state.putArray("clients");
        for (LocalPool pool : gateway.pools()) {
            pool.clients().forEach(client -> client(clients.addObject(), gateway, pool, client));
        }
        ArrayNode notes = state.putArray("notes");
        gateway.notes().stream().distinct().forEach(notes::add);
        return state;
    }

    private static void client(ObjectNode one, LocalGateway gateway, LocalPool pool, LocalClient client) {
        one.put("id", client.id())
                .put("name", gateway.clientName(client.id()))
                .put("machine", client.oauthFlows().contains("client_credentials"))
                .put("password", client.allows("USER_PASSWORD_AUTH"));
        ArrayNode people = one.putArray("people");
        if (!client.oauthFlows().contains("client_credentials")) {
            gateway.pool(pool.id()).map(PoolEndpoint::people).orElse(List.of()).forEach(people::add);
        }
        ArrayNode scopes = one.putArray("scopes");
        client.customScopes().forEach(scopes::add);
    }
}

package dev.tollgate.gateway.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A user pool to serve locally. Refuses two clients of one id and, as Cognito does, a client's scope that no resource
 * server has.
 */
public record LocalPool(
        String region,
        String id,
        List<LocalClient> clients,
        List<LocalResourceServer> resourceServers,
        List<LocalUser> users,
        PoolPeople people) {

    public LocalPool {
        clients = List.copyOf(clients);
        resourceServers = List.copyOf(resourceServers);
        users = List.copyOf(users);
        Set<String> scopes = resourceServers.stream()
                .flatMap(server -> server.scopes().stream().map(scope -> server.identifier() + "/" + scope))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ids = new TreeSet<>();
        for (LocalClient client : clients) {
            if (!ids.add(client.id())) {
                throw new IllegalArgumentException("pool `" + id + "` has client `" + client.id() + "` twice");
            }
            for (String scope : client.customScopes()) {
                if (!scopes.contains(scope)) {
                    throw new IllegalArgumentException(
                            "client `" + client.id() + "` has scope `" + scope + "`, which no resource server has");
                }
            }
        }
    }

    /** What its tokens carry as {@code iss}. */
    public String issuer() {
        return "https://cognito-idp." + region + ".amazonaws.com/" + id;
    }

    /** What it is called after its region: the name that SRP and its verifiers go by. */
    public String name() {
        return id.substring(id.indexOf('_') + 1);
    }

    /** The client called {@code clientId}. */
    public Optional<LocalClient> client(String clientId) {
        return clients.stream().filter(client -> client.id().equals(clientId)).findFirst();
    }
}

package dev.tollgate.gateway.read;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalResourceServer;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.TokenLives;
import dev.tollgate.surface.CalledByPool;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The user pools to serve: those that exist, and one that stands in for a pool made elsewhere. */
public final class PoolReader {

    private static final Map<String, Long> SECONDS =
            Map.of("seconds", 1L, "minutes", 60L, "hours", 3600L, "days", 86400L);

    private final Infrastructure infrastructure;
    private final Surface surface;
    private final LocalNames names;
    private final List<LocalUser> users;

    public PoolReader(Infrastructure infrastructure, Surface surface, LocalNames names, List<LocalUser> users) {
        this.infrastructure = infrastructure;
        this.surface = surface;
        this.names = names;
        this.users = users;
    }

    public List<LocalPool> read() {
        List<LocalPool> pools = new ArrayList<>();
        for (CognitoPool pool : surface.pools()) {
            boolean made = pool.resource().type().equals("aws_cognito_user_pool");
            pools.add(pool(
                    names.region(pool.resource()),
                    names.poolId(pool.resource()),
                    clientsOf(Optional.of(pool.resource())),
                    pool.resourceServers().stream().map(this::server).toList(),
                    made ? new PeopleReader(infrastructure, names).of(pool.resource()) : PoolPeople.PLAIN));
        }
        List<PoolClient> homeless = clientsOf(Optional.empty());
        if (!homeless.isEmpty()) {
            String region = names.region(homeless.get(0).resource());
            pools.add(pool(region, names.elsewhereId(region), homeless, served(homeless), PoolPeople.PLAIN));
        }
        return pools;
    }

    /** The functions that {@code pool} calls. */
    public static List<Resource> functions(Infrastructure infrastructure, Resource pool) {
        return CalledByPool.of(infrastructure, pool).values().stream()
                .distinct()
                .toList();
    }

    private List<PoolClient> clientsOf(Optional<Resource> pool) {
        return surface.clients().stream()
                .filter(client -> client.pool().equals(pool))
                .toList();
    }

    /** Of the pool made elsewhere, this stack knows only the scopes that its own clients ask for. */
    private static List<LocalResourceServer> served(List<PoolClient> clients) {
        TreeMap<String, TreeSet<String>> scopes = new TreeMap<>();
        for (PoolClient client : clients) {
            for (String scope : client.scopes().names()) {
                int slash = scope.lastIndexOf('/');
                if (slash > 0) {
                    scopes.computeIfAbsent(scope.substring(0, slash), name -> new TreeSet<>())
                            .add(scope.substring(slash + 1));
                }
            }
        }
        List<LocalResourceServer> servers = new ArrayList<>();
        scopes.forEach((identifier, names) -> servers.add(new LocalResourceServer(identifier, List.copyOf(names))));
        return servers;
    }

    private LocalPool pool(
            String region, String id, List<PoolClient> clients, List<LocalResourceServer> servers, PoolPeople people) {
        try {
            return new LocalPool(region, id, clients.stream().map(this::client).toList(), servers, users, people);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    "the user pool cannot be served: " + e.getMessage(),
                    "see `tollgate check`",
                    e);
        }
    }

    private LocalResourceServer server(Resource server) {
        List<String> scopes = server.get("scope").items().stream()
                .flatMap(scope -> names.text(scope.get("scope_name")).stream())
                .toList();
        return new LocalResourceServer(names.text(server.get("identifier")).orElse(server.name()), scopes);
    }

    private LocalClient client(PoolClient client) {
        Resource resource = client.resource();
        boolean secret = infrastructure.resolve(resource.get("generate_secret")).is("true");
        return new LocalClient(
                names.clientId(resource),
                secret ? Optional.of(names.clientSecret(resource)) : Optional.empty(),
                List.copyOf(client.oauthFlows()),
                infrastructure
                        .resolve(resource.get("allowed_oauth_flows_user_pool_client"))
                        .is("true"),
                List.copyOf(client.scopes().names()),
                texts(resource.get("explicit_auth_flows")),
                new TokenLives(
                        life(resource, "access", "hours", 3600),
                        life(resource, "id", "hours", 3600),
                        life(resource, "refresh", "days", 30 * 86400L)),
                infrastructure
                        .resolve(resource.get("prevent_user_existence_errors"))
                        .is("ENABLED"),
                pages(resource));
    }

    private ClientPages pages(Resource client) {
        Value rotation = client.get("refresh_token_rotation");
        boolean rotates = infrastructure.resolve(rotation.get("feature")).is("ENABLED");
        return new ClientPages(
                addresses(client.get("callback_urls")),
                addresses(client.get("logout_urls")),
                addresses(client.get("supported_identity_providers")),
                texts(client.get("read_attributes")),
                texts(client.get("write_attributes")),
                !infrastructure.resolve(client.get("enable_token_revocation")).is("false"),
                rotates
                        ? Optional.of(infrastructure
                                .resolve(rotation.get("retry_grace_period_seconds"))
                                .number()
                                .map(Number::longValue)
                                .orElse(0L))
                        : Optional.empty(),
                infrastructure
                        .resolve(client.get("auth_session_validity"))
                        .number()
                        .map(minutes -> minutes.longValue() * 60)
                        .orElse(180L));
    }

    /** Texts, some of which other resources give: a provider's name. */
    private List<String> addresses(Value list) {
        return infrastructure.resolve(list).items().stream()
                .flatMap(item -> names.text(item).stream())
                .toList();
    }

    private List<String> texts(Value list) {
        return infrastructure.resolve(list).items().stream()
                .flatMap(item -> item.text().stream())
                .toList();
    }

    private long life(Resource client, String token, String unit, long otherwise) {
        Value written = infrastructure.resolve(client.get(token + "_token_validity"));
        String in = infrastructure
                .resolve(client.get("token_validity_units").get(token + "_token"))
                .text()
                .orElse(unit);
        return written.number()
                .filter(number -> number.signum() > 0)
                .map(number -> number.longValue() * SECONDS.getOrDefault(in, 1L))
                .orElse(otherwise);
    }
}

package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Gateway;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.engine.Served;
import dev.tollgate.gateway.function.FunctionLog;
import dev.tollgate.gateway.function.FunctionSurroundings;
import dev.tollgate.gateway.function.ProcessLimits;
import dev.tollgate.gateway.read.ApiReader;
import dev.tollgate.gateway.read.FunctionReader;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.read.PoolReader;
import dev.tollgate.gateway.read.TableReader;
import dev.tollgate.gateway.read.Unenforced;
import dev.tollgate.gateway.signin.PoolEndpoint;
import dev.tollgate.gateway.signin.PoolMemory;
import dev.tollgate.gateway.signin.Post;
import dev.tollgate.gateway.table.LocalTable;
import dev.tollgate.gateway.token.HttpFetcher;
import dev.tollgate.gateway.token.KeySource;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.RemoteKeys;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.TokenVerifier;
import dev.tollgate.openapi.OpenApiDocument;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** One API of a configuration or a plan with its pools and its functions, ready to be called. */
public final class LocalGateway implements AutoCloseable {

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final Surface surface;
    private final GatewayApi api;
    private final Gateway gateway;
    private final List<LocalPool> pools;
    private final Map<String, PoolEndpoint> endpoints;
    private final Map<String, PoolKeys> keys;
    private final LocalFunctions functions;
    private final List<String> notes;

    private LocalGateway(
            Infrastructure infrastructure,
            LocalNames names,
            Surface surface,
            GatewayApi api,
            Gateway gateway,
            List<LocalPool> pools,
            Map<String, PoolEndpoint> endpoints,
            Map<String, PoolKeys> keys,
            LocalFunctions functions,
            List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.surface = surface;
        this.api = api;
        this.gateway = gateway;
        this.pools = pools;
        this.endpoints = endpoints;
        this.keys = keys;
        this.functions = functions;
        this.notes = notes;
    }

    /**
     * What a gateway is made with.
     *
     * @param folder the configuration's, to which functions' packages are relative
     * @param scratch a folder of its own for functions' code
     * @param nodeModules modules that Lambda's Node.js has and this machine's has not
     * @param surroundings what functions in a region find around them
     * @param post where the mails of pools go
     * @param memories what pools knew before
     * @param ids what pools and clients are called
     * @param processes how many each function may have
     */
    public record Setting(
            Path folder,
            Path scratch,
            Optional<Path> nodeModules,
            List<LocalUser> users,
            Function<String, FunctionSurroundings> surroundings,
            FunctionLog log,
            Post post,
            PoolMemories memories,
            KnownIds ids,
            ProcessLimits processes) {
        public Setting {
            users = List.copyOf(users);
        }
    }

    /** The gateway of the one API in {@code infrastructure}. */
    public static LocalGateway of(Infrastructure infrastructure, Setting setting, Clock clock, SecureRandom random) {
        Surface surface = SurfaceReader.read(infrastructure);
        Api one = only(surface);
        LocalNames names = new LocalNames(infrastructure, setting.ids());
        List<String> notes = new ArrayList<>(Unenforced.in(infrastructure));
        GatewayApi api = new ApiReader(infrastructure, names, one, notes).read();
        List<LocalPool> pools = new PoolReader(infrastructure, surface, names, setting.users()).read();
        SortedMap<String, KeySource> issuers = new TreeMap<>();
        Map<String, PoolEndpoint> endpoints = new LinkedHashMap<>();
        Map<String, PoolKeys> keys = new LinkedHashMap<>();
        LocalFunctions functions = new LocalFunctions(
                called(one, infrastructure),
                new FunctionReader(infrastructure, names, notes),
                names,
                setting,
                api.region());
        PoolEndpoint.Setting around = new PoolEndpoint.Setting(
                new TriggerRunner(functions),
                setting.post(),
                api.cors().map(cors -> Set.copyOf(cors.origins())).orElse(Set.of()),
                clock,
                random);
        for (LocalPool pool : pools) {
            PoolMemory memory = setting.memories().of(pool.id(), clock, random);
            PoolKeys own = memory.keys();
            PoolEndpoint endpoint = endpoint(pool, memory, around);
            keys.put(pool.id(), own);
            issuers.put(pool.issuer(), own);
            endpoints.put(pool.id(), endpoint);
            notes.addAll(endpoint.unserved());
        }
        foreign(api, issuers, clock);
        Gateway gateway = new Gateway(
                api,
                new TokenVerifier(issuers, clock).knowing(new LocalIssuers(pools)::canonical),
                functions::invoke,
                System::nanoTime);
        return new LocalGateway(infrastructure, names, surface, api, gateway, pools, endpoints, keys, functions, notes);
    }

    private static PoolEndpoint endpoint(LocalPool pool, PoolMemory memory, PoolEndpoint.Setting around) {
        try {
            return new PoolEndpoint(pool, memory, around);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    UserError.Exit.USAGE,
                    String.valueOf(e.getMessage()),
                    "change the user in `--user` or `--users`: the pool has the rules of `user_pool`",
                    e);
        }
    }

    private static Api only(Surface surface) {
        List<Api> apis = surface.apis().stream()
                .filter(api -> api.kind() != Api.Kind.WEBSOCKET)
                .toList();
        if (apis.size() != 1) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    apis.isEmpty()
                            ? "there is no API to serve"
                            : "there are " + apis.size() + " APIs, and only one can be served",
                    apis.isEmpty()
                            ? "name an environment whose `api_type` is `rest` or `http`"
                            : "name a configuration with one API");
        }
        return apis.get(0);
    }

    private static void foreign(GatewayApi api, SortedMap<String, KeySource> issuers, Clock clock) {
        HttpFetcher fetcher = HttpFetcher.asApiGateway();
        for (GatewayRoute route : api.routes()) {
            route.authorizer().ifPresent(authorizer -> authorizer.issuers().forEach(issuer -> {
                if (!issuers.containsKey(issuer)) {
                    issuers.put(issuer, new RemoteKeys(issuer, fetcher, clock));
                }
            }));
        }
    }

    /** The functions that routes call, and those that pools do. */
    private static List<Resource> called(Api api, Infrastructure infrastructure) {
        return Stream.concat(
                        api.routes().stream()
                                .flatMap(route -> route.integration().flatMap(Integration::function).stream())
                                .map(function -> CalledFunction.of(infrastructure, function)
                                        .function()),
                        infrastructure.ofType("aws_cognito_user_pool").stream()
                                .flatMap(pool -> PoolReader.functions(infrastructure, pool).stream()))
                .distinct()
                .toList();
    }

    /** The API it serves. */
    public GatewayApi api() {
        return api;
    }

    /** The pools it serves. */
    public List<LocalPool> pools() {
        return pools;
    }

    /** What people call the client {@code id}: its name in Cognito, or the id where it has none. */
    public String clientName(String id) {
        return surface.clients().stream()
                .filter(client -> names.clientId(client.resource()).equals(id))
                .map(PoolClient::name)
                .findFirst()
                .orElse(id);
    }

    /** The id under which {@code client}, an app client of the stack, is served. */
    public String clientId(Resource client) {
        return names.clientId(client);
    }

    /** Where the stack is meant to be: the region of the API's provider. */
    public String region() {
        return api.region();
    }

    /** The stack's tables, with the items that it puts into them. */
    public List<LocalTable> tables() {
        return new TableReader(infrastructure).read();
    }

    /** What is there in AWS and not here. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The API's OpenAPI document, with the addresses that it and its pools have below {@code site}. */
    public OpenApiDocument document(URI site) {
        return OpenApiDocument.of(infrastructure, surface, new LocalAddresses(names, api, endpoints.keySet(), site));
    }

    /** What answers for the pool {@code id}. */
    public Optional<PoolEndpoint> pool(String id) {
        return Optional.ofNullable(endpoints.get(id));
    }

    /** Makes tokens of {@code pool} as of the time that {@code clock} tells: expired ones, too. */
    public TokenIssuer issuer(LocalPool pool, Clock clock, SecureRandom random) {
        PoolKeys own = keys.get(pool.id());
        if (own == null) {
            throw new IllegalArgumentException("no pool " + pool.id());
        }
        return new TokenIssuer(pool, own, clock, random);
    }

    /** What API Gateway would answer to {@code call}. */
    public Served serve(Call call) {
        return gateway.serve(call);
    }

    /** The packages of the functions that run here and of their layers, by the addresses of their resources. */
    public SortedMap<String, Path> packages() {
        return functions.packages();
    }

    /**
     * Takes what is in {@code zip} for the function or layer whose resource is at {@code address}; the rest stays as it
     * is, and calls that are underway are answered by the code that they began with.
     */
    public void replace(String address, Path zip) {
        functions.replace(address, zip);
    }

    @Override
    public void close() {
        functions.close();
    }
}

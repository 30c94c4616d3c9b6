package dev.tollgate.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One environment file's desired state, well-formed: what it names may still not exist, which is for the rules to
 * judge.
 *
 * @param id the file's name without its ending; the stack's name
 * @param name prefix of every name
 * @param stage API Gateway's stage
 * @param definition how a REST API's routes are described
 * @param terraform folders of the user's own Terraform, which goes beside what is emitted
 * @param moved keys that have got another name
 * @param inputs the file's values as data, as Terraform variables have them: String, BigDecimal, Boolean, List,
 *     SortedMap
 */
public record Environment(
        String id,
        String name,
        String region,
        ApiKind kind,
        String stage,
        Definition definition,
        Optional<UserPool> userPool,
        List<ResourceServer> resourceServers,
        List<AppClient> clients,
        DefaultAuthorizer authorizer,
        List<LambdaFunction> functions,
        List<Layer> layers,
        List<Table> tables,
        List<Route> routes,
        Optional<Cors> cors,
        Optional<CustomDomain> customDomain,
        boolean throttled,
        AccessLog accessLog,
        Optional<StateBackend> state,
        List<String> terraform,
        List<Suppression> suppressions,
        List<Renaming> moved,
        SortedMap<String, Object> inputs) {

    public Environment {
        resourceServers = List.copyOf(resourceServers);
        clients = List.copyOf(clients);
        functions = List.copyOf(functions);
        layers = List.copyOf(layers);
        tables = List.copyOf(tables);
        routes = List.copyOf(routes);
        terraform = List.copyOf(terraform);
        suppressions = List.copyOf(suppressions);
        moved = List.copyOf(moved);
    }

    /** The same environment as another kind of API. */
    public Environment as(ApiKind other) {
        return new Environment(
                id,
                name,
                region,
                other,
                stage,
                definition,
                userPool,
                resourceServers,
                clients,
                authorizer,
                functions,
                layers,
                tables,
                routes,
                cors,
                customDomain,
                throttled,
                accessLog,
                state,
                terraform,
                suppressions,
                moved,
                inputs);
    }

    /** The function that routes call {@code id}. */
    public Optional<LambdaFunction> function(String functionId) {
        return functions.stream().filter(f -> f.id().equals(functionId)).findFirst();
    }

    /** The API's own domain name. */
    public Optional<String> apiDomain() {
        return customDomain.flatMap(CustomDomain::api);
    }

    /** The token endpoint's own domain name. */
    public Optional<String> authDomain() {
        return customDomain.flatMap(CustomDomain::auth);
    }

    /** The functions that this environment makes from source. */
    public List<LambdaFunction.Packaged> packagedFunctions() {
        return functions.stream()
                .filter(LambdaFunction.Packaged.class::isInstance)
                .map(LambdaFunction.Packaged.class::cast)
                .toList();
    }

    /** What is packed: those functions that are no images, and the layers. */
    public List<Packed> packed() {
        return Stream.<Packed>concat(
                        packagedFunctions().stream().filter(function -> !function.isImage()), layers.stream())
                .toList();
    }

    /** The layers of this environment that {@code function} has. */
    public List<Layer> layersOf(LambdaFunction.Packaged function) {
        return layers.stream()
                .filter(layer -> function.layers().contains(layer.id()))
                .toList();
    }

    /** The name {@code function} goes by in Lambda. */
    public String nameOf(LambdaFunction function) {
        return function.nameIn(name);
    }

    /** Whether anybody gets tokens for the API: a client, or whoever the issuer knows. */
    public boolean hasCallers() {
        return !clients.isEmpty() || authorizer.external().isPresent();
    }

    /** The routes that want a token. */
    public List<Route> securedRoutes() {
        return routes.stream().filter(Route::isSecured).toList();
    }

    /** Whether the environment's user pool is one that it makes. */
    public boolean createsUserPool() {
        return userPool.filter(UserPool.Created.class::isInstance).isPresent();
    }

    /** The functions that the environment's own user pool calls, by trigger. */
    public SortedMap<String, String> triggers() {
        return people().map(people -> people.triggers().functions()).orElse(new TreeMap<>());
    }

    /** The groups of the environment's own user pool. */
    public List<Group> groups() {
        return people().map(People::groups).orElse(List.of());
    }

    /** Who else signs people in to the environment's own user pool. */
    public List<IdentityProvider> identityProviders() {
        return people().map(People::identityProviders).orElse(List.of());
    }

    /** What the environment's own user pool offers to people. */
    public Optional<People> people() {
        return userPool.filter(UserPool.Created.class::isInstance).map(pool -> ((UserPool.Created) pool).people());
    }

    /** Whether clients that this file does not declare can get tokens of the environment's user pool. */
    public boolean sharesUserPool() {
        return userPool.filter(pool -> !(pool instanceof UserPool.Created created)
                        || created.publishedAt().isPresent())
                .isPresent();
    }

    /** The value that the file itself has under {@code keys} of the schema; empty when it leaves it to the defaults. */
    public Optional<Object> written(Enum<?>... keys) {
        return written(Arrays.stream(keys).map(Enum::toString).toList());
    }

    /** The value that the file itself has at {@code path}; empty when it leaves it to the defaults. */
    public Optional<Object> written(List<String> path) {
        Object value = inputs;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(value);
    }
}

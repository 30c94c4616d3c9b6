package dev.tollgate.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One environment file's desired state, well-formed: what it names may still not exist, which is for the rules to
 * judge.
 *
 * @param id the file's name without its ending; the stack's name
 * @param name prefix of every name
 * @param stage API Gateway's stage
 * @param inputs the file's values as data, as Terraform variables have them: String, BigDecimal, Boolean, List,
 *     SortedMap
 */
public record Environment(
        String id,
        String name,
        String region,
        ApiKind kind,
        String stage,
        Optional<UserPool> userPool,
        List<ResourceServer> resourceServers,
        List<AppClient> clients,
        Authorizer authorizer,
        List<LambdaFunction> functions,
        List<Table> tables,
        List<Route> routes,
        Optional<Cors> cors,
        Optional<CustomDomain> customDomain,
        boolean throttled,
        AccessLog accessLog,
        Optional<StateBackend> state,
        List<Suppression> suppressions,
        SortedMap<String, Object> inputs) {

    public Environment {
        resourceServers = List.copyOf(resourceServers);
        clients = List.copyOf(clients);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        routes = List.copyOf(routes);
        suppressions = List.copyOf(suppressions);
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

    /** Whether the environment's user pool is one that it makes. */
    public boolean createsUserPool() {
        return userPool.filter(UserPool.Created.class::isInstance).isPresent();
    }
}

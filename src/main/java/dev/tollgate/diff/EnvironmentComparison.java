package dev.tollgate.diff;

import dev.tollgate.model.AppClient;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Cors;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Route;
import dev.tollgate.model.RouteKey;
import dev.tollgate.model.Table;
import dev.tollgate.model.Target;
import dev.tollgate.model.UserPool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two environments, thing by thing: kind, region, identity, what each route demands, sizes. What is different by nature
 * is left out: names and tags.
 */
public final class EnvironmentComparison {

    private EnvironmentComparison() {}

    /** Everything that {@code left} or {@code right} has, in the order of an environment file. */
    public static List<Row> of(Environment left, Environment right) {
        List<Row> rows = new ArrayList<>();
        section(rows, "api", api(left), api(right));
        section(rows, "identity", identity(left), identity(right));
        section(rows, "clients", clients(left), clients(right));
        section(rows, "functions", functions(left), functions(right));
        section(rows, "tables", tables(left), tables(right));
        routes(rows, left, right);
        return rows;
    }

    private static void section(List<Row> rows, String section, Map<String, String> left, Map<String, String> right) {
        TreeSet<String> rest = new TreeSet<>(right.keySet());
        for (Map.Entry<String, String> entry : left.entrySet()) {
            rest.remove(entry.getKey());
            rows.add(new Row(
                    section,
                    entry.getKey(),
                    Optional.of(entry.getValue()),
                    Optional.ofNullable(right.get(entry.getKey()))));
        }
        for (String subject : rest) {
            rows.add(new Row(section, subject, Optional.empty(), Optional.ofNullable(right.get(subject))));
        }
    }

    private static Map<String, String> api(Environment environment) {
        Map<String, String> api = new LinkedHashMap<>();
        api.put("kind", environment.kind().word());
        api.put("region", environment.region());
        api.put("stage", environment.stage());
        api.put("domain", environment.apiDomain().orElse("-"));
        api.put("cors", environment.cors().map(EnvironmentComparison::cors).orElse("-"));
        api.put(
                "throttle",
                value(environment, "throttle", "rate") + " a second, burst " + value(environment, "throttle", "burst"));
        api.put("access log", environment.accessLog().retentionDays() + " days");
        api.put("execution log", environment.accessLog().level());
        api.put("metrics", environment.accessLog().metrics() ? "yes" : "no");
        api.put("state", environment.state().map(state -> "S3").orElse("local"));
        if (!environment.throttled()) {
            api.put("throttle", "-");
        }
        return api;
    }

    private static String cors(Cors cors) {
        return String.join(", ", cors.allowOrigins()) + "; " + String.join(", ", cors.allowMethods())
                + (cors.allowCredentials() ? "; credentials" : "");
    }

    private static String value(Environment environment, String... path) {
        return environment.written(List.of(path)).map(Object::toString).orElse("-");
    }

    private static Map<String, String> identity(Environment environment) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("tokens from", issuer(environment));
        environment
                .userPool()
                .filter(UserPool.Created.class::isInstance)
                .map(UserPool.Created.class::cast)
                .ifPresent(pool -> {
                    identity.put("deletion protection", pool.deletionProtection() ? "on" : "off");
                    identity.put("second factor", pool.mfa().toLowerCase(Locale.ROOT));
                    identity.put("self sign-up", pool.selfSignUp() ? "open" : "closed");
                });
        identity.put(
                "token endpoint",
                environment.authDomain().or(() -> prefix(environment)).orElse("-"));
        environment
                .resourceServers()
                .forEach(server -> identity.put(
                        "scopes of " + server.identifier(),
                        server.scopeNames().stream()
                                .sorted()
                                .toList()
                                .toString()
                                .replaceAll("^\\[|]$", "")));
        return identity;
    }

    private static String issuer(Environment environment) {
        if (environment.authorizer().external().isPresent()) {
            return environment.authorizer().external().get().issuer();
        }
        UserPool pool = environment.userPool().orElse(null);
        if (pool instanceof UserPool.Existing existing) {
            return "user pool " + existing.poolId();
        }
        return pool instanceof UserPool.Published published
                ? "the user pool at " + published.prefix()
                : pool == null ? "nobody" : "a user pool of its own";
    }

    private static Optional<String> prefix(Environment environment) {
        return environment.userPool().flatMap(pool -> {
            if (pool instanceof UserPool.Created created) {
                return created.domainPrefix();
            }
            return pool instanceof UserPool.Existing existing ? existing.domainPrefix() : Optional.empty();
        });
    }

    private static Map<String, String> clients(Environment environment) {
        SortedMap<String, String> clients = new TreeMap<>();
        for (AppClient client : environment.clients()) {
            List<String> flows = new ArrayList<>(client.oauthFlows());
            flows.addAll(client.authFlows());
            clients.put(
                    client.id(),
                    String.join(", ", flows)
                            + (client.scopes().isEmpty() ? "" : "; " + String.join(", ", client.scopes()))
                            + "; " + client.accessTokenMinutes() + " min");
        }
        return clients;
    }

    private static Map<String, String> functions(Environment environment) {
        SortedMap<String, String> functions = new TreeMap<>();
        for (LambdaFunction function : environment.functions()) {
            functions.put(function.id(), function.match(new Functions()));
        }
        return functions;
    }

    /** A function in few words. */
    private static final class Functions implements LambdaFunction.Cases<String> {

        @Override
        public String existing(LambdaFunction.Existing function) {
            return "there already: " + function.functionName();
        }

        @Override
        public String packaged(LambdaFunction.Packaged function) {
            return function.runtime() + ", " + function.memorySize() + " MB, " + function.timeoutSeconds() + " s, "
                    + function.source();
        }
    }

    private static Map<String, String> tables(Environment environment) {
        SortedMap<String, String> tables = new TreeMap<>();
        for (Table table : environment.tables()) {
            tables.put(
                    table.name(),
                    table.hashKey().name()
                            + table.rangeKey().map(key -> ", " + key.name()).orElse("")
                            + (table.provisioned()
                                    ? "; " + value(environment, "tables", table.name(), "read_capacity") + " reads, "
                                            + value(environment, "tables", table.name(), "write_capacity") + " writes"
                                    : "; on demand"));
        }
        return tables;
    }

    private static void routes(List<Row> rows, Environment left, Environment right) {
        SortedMap<RouteKey, String> lefts = routes(left);
        SortedMap<RouteKey, String> rights = routes(right);
        TreeSet<RouteKey> keys = new TreeSet<>(Comparator.naturalOrder());
        keys.addAll(lefts.keySet());
        keys.addAll(rights.keySet());
        for (RouteKey key : keys) {
            rows.add(new Row(
                    "routes",
                    key.toString(),
                    Optional.ofNullable(lefts.get(key)),
                    Optional.ofNullable(rights.get(key))));
        }
    }

    private static SortedMap<RouteKey, String> routes(Environment environment) {
        SortedMap<RouteKey, String> routes = new TreeMap<>();
        for (Route route : environment.routes()) {
            routes.put(
                    route.key(),
                    route.authorization().match(new Authorizations()) + " → "
                            + route.target().match(Target.Function::id));
        }
        return routes;
    }

    /** What a route requires, in few words. */
    private static final class Authorizations implements Authorization.Cases<String> {

        /** The reason is text for people; that anybody may call is what counts. */
        @Override
        public String anonymous(Authorization.Anonymous anonymous) {
            return "ANYBODY";
        }

        @Override
        public String authenticated(Authorization.Authenticated authenticated) {
            return "any token";
        }

        @Override
        public String scoped(Authorization.Scoped scoped) {
            return String.join(" or ", scoped.scopes());
        }
    }
}

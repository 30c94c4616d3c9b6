package dev.tollgate.e2e;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.model.RuntimeFamily;
import dev.tollgate.model.Runtimes;
import dev.tollgate.testing.GeneratedEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Generated environments that can take each other's place in one account: no protection, one name, one region, one
 * definition of a REST API, one key for every table. What is asked for on purpose before it changes, a test of its own
 * shows.
 */
final class Appliable {

    /** The bucket by way of which packages go. */
    static final String PACKAGES = "shop-packages";

    /** What they expect of an account. */
    static final List<String> NEEDS = List.of(
            "--apex",
            "example.com",
            "--function",
            "example",
            "--cloudwatch-role",
            "--parameter",
            "/shop/google",
            "--secret",
            "shop/google",
            "--bucket",
            PACKAGES);

    private Appliable() {}

    /** REST where a domain's certificates are in two regions, the others where they are in one. */
    static String region(ApiKind kind) {
        return kind == ApiKind.REST ? "eu-west-1" : "us-east-1";
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what the schema says of a key is so
    static GeneratedEnvironment of(GeneratedEnvironment drawn, ApiKind kind, Definition definition) {
        SortedMap<String, Object> file = (SortedMap<String, Object>) copy(drawn.values());
        file.put("name", "shop");
        file.put("region", region(kind));
        file.keySet().removeAll(Set.of("state", "moved", "definition"));
        if (kind == ApiKind.REST) {
            file.put("definition", definition.word());
            // The provider keeps one that leaves the file, and one that is empty.
            file.putIfAbsent("description", "a shop");
        }
        if (file.get("user_pool") instanceof Map<?, ?> pool) {
            pool.keySet().removeAll(Set.of("source", "id", "name"));
            fix((Map<String, Object>) pool);
        }
        // Recreated for another name, before it is deleted where a function knows a client: AWS refuses that.
        objects(file, "resource_servers").forEach(server -> server.remove("name"));
        // The provider keeps one that leaves the file.
        objects(file, "clients").forEach(client -> client.remove("default_redirect_url"));
        objects(file, "tables").forEach(table -> {
            // What a table's backups go back leaves in two steps, which ArrivalTest shows.
            table.keySet().removeAll(Set.of("range_key", "range_key_type", "recovery_days"));
            // As do what moves capacities, while there are none, replicas, whose stream stays, and limits.
            table.keySet().removeAll(Set.of("autoscaling", "replicas", "max_read_units", "max_write_units"));
            table.putAll(Map.of("hash_key", "book_id", "hash_key_type", "S", "deletion_protection", false));
            // As does a key.
            table.computeIfPresent("encryption_key", (key, word) -> word.equals("AWS_MANAGED") ? word : "AWS_OWNED");
            // It leaves in two steps, which ArrivalTest shows.
            table.put("ttl", "expires_at");
            // An index's key keeps its type; its limits are lost with another key, which `review` refuses.
            objects(table, "indexes").forEach(index -> {
                index.keySet().removeAll(Set.of("max_read_units", "max_write_units"));
                index.put("hash_key_type", "S");
                index.computeIfPresent("range_key_type", (key, type) -> "S");
            });
        });
        objects(file, "functions").forEach(function -> {
            function.keySet().removeAll(Set.of("vpc", "file_system", "name"));
            ownLayers(function);
            // Those that the account has.
            function.computeIfPresent("existing", (key, named) -> "example");
            function.computeIfPresent("package_bucket", (key, named) -> PACKAGES);
            // The provider stops where the first variables are not known: `plan` refuses that.
            if (!function.containsKey("existing")) {
                ((Map<String, Object>) function.computeIfAbsent("environment", key -> new TreeMap<>()))
                        .put("KEPT", "one");
            }
        });
        objects(file, "functions").forEach(Appliable::fixCode);
        Stream.of("functions", "layers")
                .flatMap(map -> objects(file, map).stream())
                .forEach(Appliable::fixBuild);
        objects(file, "layers").forEach(layer -> {
            layer.computeIfPresent("package_bucket", (key, named) -> PACKAGES);
            layer.computeIfPresent("runtimes", (key, named) -> List.of("nodejs22.x", "python3.12"));
        });
        if (file.get("custom_domain") instanceof Map<?, ?> domain) {
            // The one that the account has.
            ((Map<String, Object>) domain).put("zone", "example.com");
        }
        if (file.get("custom_domain") instanceof Map<?, ?> domain && domain.containsKey("auth")) {
            // The apex has an address; below it only the API's own name has one.
            domain.remove("apex_placeholder");
            boolean isBelowApi = domain.get("auth").toString().endsWith("." + domain.get("api"));
            ((Map<String, Object>) domain).put("auth", isBelowApi ? domain.get("auth") : "auth.example.com");
        }
        if (file.get("access_log") instanceof Map<?, ?> log && log.containsKey("account_role")) {
            ((Map<String, Object>) log).put("account_role", false);
        }
        return new GeneratedEnvironment("shop", file);
    }

    /** Those of the file: nobody has made the others, and `plan` refuses the first of a function with an alias. */
    static void ownLayers(Map<String, Object> function) {
        if (function.containsKey("alias")) {
            function.remove("layers");
        }
        function.computeIfPresent("layers", (key, drawn) -> ((List<?>) drawn)
                .stream().filter(named -> !named.toString().contains(":")).toList());
    }

    /** A command that there is, and the folder that it makes. */
    private static void fixBuild(Map<String, Object> packed) {
        packed.computeIfPresent(
                "build",
                (key, command) ->
                        command.toString().startsWith("mkdir dist && ") ? command : "mkdir dist && cp *.* dist");
        packed.computeIfPresent("output", (key, folder) -> "dist");
    }

    /** One that provider 5 knows, and no image: a function that changes to a package needs another name. */
    private static void fixCode(Map<String, Object> function) {
        if (function.remove("image") != null) {
            function.putAll(Map.of("source", "lambdas/echo", "handler", "index.handler", "runtime", "nodejs22.x"));
        }
        // What a build makes, rules see once it is made: a handler that is not in it is an error then.
        if (function.containsKey("build")) {
            function.putAll(Map.of("handler", "index.handler", "runtime", "nodejs22.x"));
        }
        function.computeIfPresent("runtime", (key, runtime) -> RuntimeFamily.of(runtime.toString())
                .filter(family -> Runtimes.needsNewerProvider(runtime.toString()))
                .flatMap(Runtimes::supported)
                .<Object>map(known -> known)
                .orElse(runtime));
    }

    /** Whether it makes a pool: one that a file gives up stays where it is, as ArrivalTest shows. */
    static boolean ownsItsPool(GeneratedEnvironment environment) {
        return environment.values().containsKey("user_pool");
    }

    /**
     * One way to sign in and the same attributes, for they are fixed once a pool is made. A pool that sends text
     * messages always does, and says what Cognito says: the provider keeps a text, and who sends, when they leave the
     * file.
     */
    @SuppressWarnings("unchecked")
    private static void fix(Map<String, Object> pool) {
        pool.keySet().removeAll(Set.of("sign_in", "aliases", "case_sensitive", "messages"));
        pool.put("deletion_protection", false);
        pool.put("attributes", Map.of("given_name", Map.of(), "tenant", Map.of()));
        pool.put("sms", Map.of());
        if (pool.getOrDefault("mfa", "OFF").equals("OFF")) {
            pool.remove("passkeys");
        }
        if (pool.get("triggers") instanceof Map<?, ?> triggers) {
            // While others stay, it is taken away in two steps, which PeopleTest shows.
            ((Map<String, Object>) triggers).put("pre_token_generation", "books");
        }
        // The provider cannot take it away, which `plan` says.
        objects(pool, "groups").forEach(group -> group.put("role_arn", "arn:aws:iam::111122223333:role/people"));
        // Terraform asks for a variable, which is PeopleTest's.
        ((Map<String, Map<String, Object>>) pool.getOrDefault("identity_providers", Map.of()))
                .values()
                .forEach(provider -> provider.replace("secret", "variable:google_secret", "parameter:/shop/google"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> file, String key) {
        return List.copyOf(((Map<String, Map<String, Object>>) file.getOrDefault(key, Map.of())).values());
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> copy = new TreeMap<>();
            map.forEach((key, item) -> copy.put((String) key, copy(item)));
            return copy;
        }
        return value;
    }
}

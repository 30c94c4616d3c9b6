package dev.tollgate.testing;

import dev.tollgate.model.ApiKind;
import dev.tollgate.schema.Capability;
import dev.tollgate.schema.EnvironmentSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Valid environments by chance: every key of the schema, with values within its limits, then made to fit together. Only
 * what refers to something else, or excludes it, is named here.
 */
@SuppressWarnings({"NullAway", "EnumOrdinal"}) // what is looked up here was put there before
public final class GeneratedEnvironments {

    private static final List<String> ORIGINS =
            List.of("https://app.example.com", "https://admin.example.com", "http://localhost:3000");

    private static final List<String> ROUTES = List.of(
            "GET /",
            "GET /books",
            "POST /books",
            "GET /books/{id}",
            "DELETE /books/{id}",
            "PUT /books/{id}/pages/{page}",
            "GET /orders",
            "PATCH /orders/{order}",
            "ANY /files/{proxy+}",
            "$default");

    private final Samples samples;
    private final ApiKind kind;
    private final SortedMap<String, Object> file;

    private GeneratedEnvironments(Random random, ApiKind kind) {
        this.samples = new Samples(random);
        this.kind = kind;
        this.file = samples.object(EnvironmentSchema.ROOT);
    }

    /** The environment of {@code seed}, which validates without an error; the same one whenever it is asked for. */
    public static GeneratedEnvironment of(long seed, ApiKind kind) {
        for (long attempt = 0; ; attempt++) {
            GeneratedEnvironment drawn = attempt(seed, attempt, kind);
            if (drawn.isValid()) {
                return drawn;
            }
        }
    }

    /** Environments of this {@code kind} to look at beside one another: those of the seeds from 0. */
    static Stream<GeneratedEnvironment> all(ApiKind kind) {
        return LongStream.iterate(0, seed -> seed + 1).mapToObj(seed -> of(seed, kind));
    }

    /** What is drawn at the {@code attempt}th time, valid or not. */
    static GeneratedEnvironment attempt(long seed, long attempt, ApiKind kind) {
        Random random = new Random(seed * 1_000_003 + attempt * 31 + kind.ordinal());
        // Neighbouring seeds begin with nearly the same numbers.
        random.nextLong();
        return new GeneratedEnvironments(random, kind).drawn("generated-" + kind.word() + "-" + seed);
    }

    private GeneratedEnvironment drawn(String name) {
        file.put("api_type", kind.word());
        // It names folders of the project, and nobody generates Terraform.
        file.computeIfPresent("terraform", (key, drawn) -> List.of());
        identity();
        section("tables").values().forEach(table -> GeneratedTables.fit(table, String.valueOf(file.get("region"))));
        section("layers").forEach((id, layer) -> GeneratedLayers.fit(id, layer, samples));
        functions();
        if (file.containsKey("user_pool")) {
            new GeneratedPeople(
                            samples,
                            object("user_pool"),
                            List.copyOf(section("functions").keySet()))
                    .fit();
        }
        origins();
        domain();
        clients();
        routes();
        stage();
        accepted();
        renamings();
        lacking();
        sources();
        return new GeneratedEnvironment(name, file);
    }

    private void identity() {
        SortedMap<String, Object> authorizer = object("authorizer");
        if (kind == ApiKind.HTTP && samples.chance(15)) {
            authorizer.putIfAbsent("issuer", "https://issuer.example.com");
            authorizer.putIfAbsent("audience", new ArrayList<>(List.of("shop")));
            List.of("user_pool", "resource_servers", "clients").forEach(this::drop);
            return;
        }
        remove(authorizer, "issuer", "audience");
        SortedMap<String, Object> pool = object("user_pool");
        int source = samples.chance(80) ? 0 : samples.chance(50) ? 1 : 2;
        if (source == 0) {
            remove(pool, "id", "source");
        } else if (source == 1) {
            pool.put("source", "ssm");
            pool.putIfAbsent("ssm_prefix", "/auth/shared");
            remove(pool, "id", "name", "domain_prefix");
            remove(pool, GeneratedPeople.KEYS);
        } else {
            pool.put("source", "existing");
            pool.putIfAbsent("id", "eu-west-1_AbCdEf123");
            remove(pool, "name", "ssm_prefix");
            remove(pool, GeneratedPeople.KEYS);
        }
    }

    private void functions() {
        SortedMap<String, SortedMap<String, Object>> functions = section("functions");
        if (kind != ApiKind.NONE && functions.isEmpty()) {
            functions.put("books", new TreeMap<>());
            file.put("functions", functions);
        }
        GeneratedFunctions fitting = new GeneratedFunctions(
                samples,
                String.valueOf(file.get("region")),
                List.copyOf(section("tables").keySet()),
                section("tables").entrySet().stream()
                        .filter(table -> table.getValue().containsKey("stream"))
                        .map(Map.Entry::getKey)
                        .toList(),
                List.copyOf(section("layers").keySet()));
        functions.values().forEach(fitting::fit);
    }

    /** What functions are told: a trigger, of no pool. */
    private void sources() {
        List<String> sources = new ArrayList<>(List.of("parameter:/shop/rate", "secret:shop/google"));
        section("tables").keySet().forEach(table -> sources.add("tables." + table + ".arn"));
        if (file.containsKey("user_pool") && !object("user_pool").containsKey("triggers")) {
            sources.add("user_pool.id");
            section("clients").keySet().forEach(client -> sources.add("clients." + client + ".id"));
        }
        section("functions")
                .forEach((name, function) -> function.computeIfPresent("environment_from", (key, drawn) -> {
                    SortedMap<String, Object> from = new TreeMap<>();
                    samples.someOf(sources, 1).forEach(source -> from.put("FROM_" + from.size(), source));
                    return from;
                }));
    }

    private void origins() {
        if (file.containsKey("cors")) {
            SortedMap<String, Object> cors = object("cors");
            cors.put("allow_origins", samples.someOf(ORIGINS, 1));
            cors.put("allow_headers", List.of("Authorization", "Content-Type"));
        }
    }

    private void domain() {
        if (!file.containsKey("custom_domain")) {
            return;
        }
        SortedMap<String, Object> domain = object("custom_domain");
        domain.put("zone", "example.com");
        domain.put("api", samples.oneOf(List.of("api.example.com", "shop.example.com")));
        domain.put("auth", samples.oneOf(List.of("auth.example.com", "login.shop.example.com")));
        if (domain.containsKey("certificate_names")) {
            domain.put("certificate_names", new ArrayList<>(List.of("short.example.com")));
        }
        boolean makesPool =
                file.containsKey("user_pool") && !object("user_pool").containsKey("source");
        if (kind == ApiKind.NONE && !makesPool) {
            drop("custom_domain");
        } else if (kind != ApiKind.NONE && (!makesPool || samples.chance(30))) {
            remove(domain, "auth", "apex_placeholder");
        } else {
            if (samples.chance(50)) {
                object("user_pool").remove("domain_prefix");
            }
            domain.put("apex_placeholder", !domain.get("auth").toString().endsWith(String.valueOf(domain.get("api"))));
        }
    }

    /** The attributes that nobody in the pool can be without. */
    private Stream<String> required() {
        return object("user_pool").containsKey("attributes")
                ? map(object("user_pool"), "attributes").entrySet().stream()
                        .filter(attribute -> Boolean.TRUE.equals(((Map<?, ?>) attribute.getValue()).get("required")))
                        .map(Map.Entry::getKey)
                : Stream.empty();
    }

    /** One client that gets every scope, and others. */
    private void clients() {
        if (!file.containsKey("user_pool")) {
            return;
        }
        SortedMap<String, SortedMap<String, Object>> clients = section("clients");
        if (kind != ApiKind.NONE) {
            clients.putIfAbsent("people", new TreeMap<>());
            file.put("clients", clients);
        }
        List<String> scopes = scopes();
        boolean endpoint = endpoint();
        List<String> providers = new ArrayList<>(List.of("cognito"));
        if (object("user_pool").containsKey("identity_providers")) {
            providers.addAll(map(object("user_pool"), "identity_providers").keySet());
        }
        clients.forEach((name, client) -> {
            remove(client, "oauth_flows", "auth_flows", "scopes", "callback_urls", "logout_urls", "secret");
            client.computeIfPresent("identity_providers", (key, drawn) -> samples.someOf(providers, 1));
            for (String key : List.of("read", "write")) {
                client.computeIfPresent(
                        key, (word, drawn) -> samples.someOf(List.of("email", "given_name", "name"), 1));
            }
            client.computeIfPresent("write", (key, drawn) -> Stream.concat(((List<?>) drawn).stream(), required())
                    .toList());
            if (!Boolean.TRUE.equals(client.get("rotate_refresh_tokens"))) {
                client.remove("rotation_grace_seconds");
            }
            if (endpoint && !scopes.isEmpty() && !name.equals("people") && samples.chance(60)) {
                client.putAll(Map.of(
                        "oauth_flows",
                        List.of("client_credentials"),
                        "scopes",
                        scopes,
                        "refresh_token_days",
                        days(30)));
                remove(client, "default_redirect_url", "rotate_refresh_tokens", "rotation_grace_seconds");
            } else {
                client.put("auth_flows", samples.someOf(List.of("REFRESH_TOKEN", "USER_SRP"), 2));
                client.put("refresh_token_days", days(10));
                if (endpoint && (!scopes.isEmpty() || samples.chance(70))) {
                    client.put("oauth_flows", List.of("code"));
                    client.put(
                            "scopes",
                            Stream.concat(Stream.of("openid"), scopes.stream()).toList());
                    client.put(
                            "callback_urls",
                            samples.someOf(List.of("https://a.example.com/in", "https://b.example.com"), 1));
                    client.put(
                            "logout_urls",
                            samples.someOf(List.of("https://a.example.com/out", "https://b.example.com"), 1));
                }
                client.computeIfPresent(
                        "default_redirect_url",
                        (key, drawn) -> client.containsKey("callback_urls")
                                ? ((List<?>) client.get("callback_urls")).get(0)
                                : drawn);
                if (!client.containsKey("callback_urls")) {
                    client.remove("default_redirect_url");
                }
                if (samples.chance(30)) {
                    client.put("secret", samples.chance(50));
                }
            }
        });
    }

    private static BigDecimal days(int days) {
        return BigDecimal.valueOf(days);
    }

    private boolean endpoint() {
        SortedMap<String, Object> pool = object("user_pool");
        return pool.containsKey("domain_prefix")
                || pool.containsKey("source")
                || (file.containsKey("custom_domain") && object("custom_domain").containsKey("auth"));
    }

    private List<String> scopes() {
        List<String> scopes = new ArrayList<>();
        section("resource_servers").forEach((server, attributes) -> ((Map<?, ?>) attributes.get("scopes"))
                .keySet()
                .forEach(scope -> scopes.add(server + "/" + scope)));
        return scopes;
    }

    private void routes() {
        if (kind == ApiKind.NONE) {
            return;
        }
        List<String> functions = List.copyOf(section("functions").keySet());
        boolean people = file.containsKey("user_pool");
        List<String> scopes = !people ? List.of("read", "write") : endpoint() ? scopes() : List.of();
        SortedMap<String, Object> routes = new TreeMap<>();
        for (String key : samples.someOf(ROUTES, 2)) {
            SortedMap<String, Object> route = new TreeMap<>(Map.of("function", samples.oneOf(functions)));
            if (samples.chance(20)) {
                route.put("anonymous", "said with \"quotes\" and ${nothing}");
            } else if (!scopes.isEmpty() && samples.chance(70)) {
                route.put("scopes", samples.someOf(scopes, 1));
            }
            routes.put(key, route);
        }
        if (kind == ApiKind.REST) {
            routes.remove("$default");
        }
        file.put("routes", routes);
    }

    private void stage() {
        if (kind == ApiKind.REST && "$default".equals(file.get("stage"))) {
            file.put("stage", "live");
        }
    }

    private void accepted() {
        file.computeIfPresent(
                "suppress",
                (key, drawn) -> new ArrayList<>(List.of(new TreeMap<>(Map.of(
                        "rule",
                        "unused-scope",
                        "subject",
                        "resource_servers.orders",
                        "reason",
                        "for later",
                        "expires",
                        "2027-06-30")))));
    }

    /** From a function that is gone to one that is there. */
    private void renamings() {
        List<String> functions = List.copyOf(section("functions").keySet());
        if (functions.isEmpty()) {
            drop("moved");
        }
        file.computeIfPresent(
                "moved", (key, drawn) -> new TreeMap<>(Map.of("functions.former", "functions." + functions.get(0))));
    }

    /** Takes away what the kind of API lacks. */
    private void lacking() {
        for (Capability capability : EnvironmentSchema.capabilities()) {
            if (capability.isOf(kind)) {
                continue;
            }
            Map<String, Object> at = file;
            List<String> key = capability.key();
            for (String part : key.subList(0, key.size() - 1)) {
                at = at.get(part) instanceof Map<?, ?> ? map(at, part) : new TreeMap<>();
            }
            String last = key.get(key.size() - 1);
            if (at.containsKey(last) && capability.isAskedBy(at.get(last))) {
                at.remove(last);
            }
        }
    }

    private void drop(String key) {
        file.remove(key);
    }

    static void remove(Map<String, Object> object, String... keys) {
        object.keySet().removeAll(Set.of(keys));
    }

    /** The object at the top-level {@code key}, which is there from now on. */
    private SortedMap<String, Object> object(String key) {
        file.putIfAbsent(key, new TreeMap<>());
        return map(file, key);
    }

    @SuppressWarnings("unchecked")
    static SortedMap<String, Object> map(Map<String, Object> object, String key) {
        return (SortedMap<String, Object>) object.get(key);
    }

    /** The objects in the map at the top-level {@code key}. */
    @SuppressWarnings("unchecked")
    private SortedMap<String, SortedMap<String, Object>> section(String key) {
        Object section = file.getOrDefault(key, new TreeMap<>());
        return (SortedMap<String, SortedMap<String, Object>>) section;
    }
}

package dev.tollgate.e2e;

import dev.tollgate.model.ApiKind;
import dev.tollgate.testing.GeneratedEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Generated environments that can take each other's place in one account: no protection, one name, one region, one key
 * for every table. What is asked for on purpose before it changes, a test of its own shows.
 */
final class Appliable {

    /** What they expect of an account. */
    static final List<String> NEEDS = List.of("--apex", "example.com", "--function", "example", "--cloudwatch-role");

    private Appliable() {}

    /** REST where a domain's certificates are in two regions, the others where they are in one. */
    static String region(ApiKind kind) {
        return kind == ApiKind.REST ? "eu-west-1" : "us-east-1";
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what the schema says of a key is so
    static GeneratedEnvironment of(GeneratedEnvironment drawn, ApiKind kind) {
        SortedMap<String, Object> file = (SortedMap<String, Object>) copy(drawn.values());
        file.put("name", "shop");
        file.put("region", region(kind));
        file.keySet().removeAll(Set.of("state", "moved"));
        if (file.get("user_pool") instanceof Map<?, ?> pool) {
            pool.keySet().removeAll(Set.of("source", "id", "name"));
            ((Map<String, Object>) pool).put("deletion_protection", false);
        }
        objects(file, "tables").forEach(table -> {
            table.keySet().removeAll(Set.of("range_key", "range_key_type"));
            table.putAll(Map.of("hash_key", "book_id", "hash_key_type", "S", "deletion_protection", false));
        });
        objects(file, "functions").forEach(function -> function.keySet().removeAll(Set.of("vpc", "name")));
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

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(SortedMap<String, Object> file, String key) {
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

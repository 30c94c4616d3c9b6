package dev.tollgate.testing;

import static dev.tollgate.testing.GeneratedEnvironments.map;

import dev.tollgate.schema.TriggerKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes what was drawn for the people of a generated pool fit together. */
@SuppressWarnings({"NullAway", "unchecked"}) // what is looked up here was put there before
final class GeneratedPeople {

    /** The keys of a pool that only one which is made here has. */
    static final String[] KEYS = Arrays.stream(UserPoolKeys.values())
            .filter(key -> key.compareTo(UserPoolKeys.PASSWORD_MINIMUM_LENGTH) > 0)
            .map(UserPoolKeys::word)
            .toArray(String[]::new);

    private static final Set<String> SOCIAL =
            Set.of("team_id", "key_id", "issuer", "attributes_method", "metadata_url", "sign_out");

    /** What a kind does not know. */
    private static final Map<String, Set<String>> NOT_OF = Map.of(
            "apple", Set.of("issuer", "attributes_method", "metadata_url", "sign_out"),
            "oidc", Set.of("team_id", "key_id", "metadata_url", "sign_out"),
            "saml", Set.of("client_id", "secret", "scopes", "team_id", "key_id", "issuer", "attributes_method"));

    private final Samples samples;
    private final SortedMap<String, Object> pool;
    private final List<String> functions;

    GeneratedPeople(Samples samples, SortedMap<String, Object> pool, List<String> functions) {
        this.samples = samples;
        this.pool = pool;
        this.functions = functions;
    }

    void fit() {
        signIn();
        attributes();
        contact();
        factors();
        messages();
        triggers();
        plan();
        providers();
    }

    /** Each kind in its turn, with what it needs and nothing else. */
    private void providers() {
        if (!pool.containsKey("identity_providers")) {
            return;
        }
        SortedMap<String, Object> attributes =
                pool.containsKey("attributes") ? map(pool, "attributes") : new TreeMap<>();
        SortedMap<String, Object> providers = map(pool, "identity_providers");
        List<String> kinds = new ArrayList<>(List.of("google", "apple", "facebook", "amazon", "oidc", "saml"));
        providers.keySet().forEach(name -> {
            SortedMap<String, Object> provider = map(providers, name);
            String kind = samples.oneOf(kinds);
            kinds.remove(kind);
            provider.put("kind", kind);
            provider.putIfAbsent("client_id", "shop");
            provider.putIfAbsent("secret", "variable:google_secret");
            provider.putIfAbsent("issuer", "https://issuer.example.com");
            provider.putIfAbsent("metadata_url", "https://issuer.example.com");
            provider.putIfAbsent("team_id", "TEAM");
            provider.putIfAbsent("key_id", "KEY");
            provider.keySet().removeAll(NOT_OF.getOrDefault(kind, SOCIAL));
            SortedMap<String, Object> mapped = new TreeMap<>(Map.of("email", "email"));
            attributes.forEach((attribute, said) -> {
                if (Boolean.TRUE.equals(((Map<?, ?>) said).get("required"))) {
                    ((SortedMap<String, Object>) said).put("mutable", true);
                    mapped.put(attribute, attribute);
                }
            });
            provider.put("attributes", mapped);
        });
    }

    private void signIn() {
        put("sign_in", samples.oneOf(List.of(List.of("username"), List.of("email"), List.of("email", "phone_number"))));
        if (!List.of("username").equals(pool.getOrDefault("sign_in", List.of("username")))) {
            pool.remove("aliases");
        }
    }

    private void attributes() {
        if (!pool.containsKey("attributes")) {
            return;
        }
        SortedMap<String, Object> attributes = map(pool, "attributes");
        attributes.keySet().forEach(name -> {
            SortedMap<String, Object> attribute = map(attributes, name);
            attribute.remove("required");
            // Few are numbers, and without these their bounds would hardly ever come.
            if (attribute.containsKey("min_value") && samples.chance(60)) {
                attribute.put("type", "number");
            }
            if (!"string".equals(attribute.getOrDefault("type", "string"))) {
                attribute.keySet().removeAll(Set.of("min_length", "max_length"));
            }
            if (!"number".equals(attribute.get("type"))) {
                attribute.keySet().removeAll(Set.of("min_value", "max_value"));
            }
        });
        attributes.put(
                samples.oneOf(List.of("given_name", "birthdate")),
                new TreeMap<>(Map.of("required", samples.chance(50), "mutable", samples.chance(50))));
    }

    private void contact() {
        put(
                "recovery",
                samples.oneOf(List.of(List.of("admin_only"), List.of("email"), List.of("phone_number", "email"))));
        if (pool.containsKey("verify_before_update")) {
            pool.put("verify", pool.get("verify_before_update"));
        }
    }

    private void factors() {
        pool.computeIfPresent(
                "first_factors", (key, drawn) -> Stream.concat(Stream.of("PASSWORD"), ((List<?>) drawn).stream())
                        .distinct()
                        .toList());
        List<?> first = (List<?>) pool.getOrDefault("first_factors", List.of("PASSWORD"));
        if (first.contains("WEB_AUTHN")) {
            // Beside text messages, which most of them send, no passkey goes without it, and none with `ON`.
            pool.put("mfa", "OPTIONAL");
        } else {
            pool.remove("passkeys");
        }
        if (List.of("OFF").contains(pool.getOrDefault("mfa", "OFF"))) {
            pool.remove("mfa_methods");
        }
        List<?> methods = (List<?>) pool.getOrDefault("mfa_methods", List.of());
        if (first.contains("EMAIL_OTP") || methods.contains("email")) {
            pool.putIfAbsent(
                    "email",
                    new TreeMap<>(Map.of("identity_arn", "arn:aws:ses:eu-west-1:111122223333:identity/example.com")));
        }
    }

    private void messages() {
        if (pool.containsKey("messages") && map(pool, "messages").containsKey("verification")) {
            map(map(pool, "messages"), "verification")
                    .replace("body", "For {username}, {##from here##}, the code ${is} {####}");
        }
    }

    private void triggers() {
        if (functions.isEmpty()) {
            pool.remove("triggers");
        }
        if (!pool.containsKey("triggers")) {
            return;
        }
        SortedMap<String, Object> triggers = map(pool, "triggers");
        for (TriggerKeys key : TriggerKeys.values()) {
            if (key.isFunction()) {
                triggers.computeIfPresent(key.word(), (word, drawn) -> samples.oneOf(functions));
            }
        }
        triggers.putIfAbsent("kms_key_arn", "arn:aws:kms:eu-west-1:111122223333:alias/codes");
    }

    private void plan() {
        boolean watched = !"OFF".equals(pool.getOrDefault("threat_protection", "OFF"));
        put("tier", watched ? "PLUS" : samples.oneOf(List.of("ESSENTIALS", "PLUS")));
    }

    /** Another value for a key, where it was drawn. */
    private void put(String key, Object value) {
        pool.computeIfPresent(key, (name, drawn) -> value instanceof List<?> list ? new ArrayList<>(list) : value);
    }
}

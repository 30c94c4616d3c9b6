package dev.tollgate.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes a pool's tokens, with the claims that Cognito gives each kind. */
public final class TokenIssuer {

    /** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
    private static final Set<String> FIXED = Set.of(
            "acr",
            "amr",
            "at_hash",
            "aud",
            "auth_time",
            "azp",
            "client_id",
            "cognito:username",
            "device_key",
            "event_id",
            "exp",
            "iat",
            "identities",
            "iss",
            "jti",
            "nbf",
            "nonce",
            "origin_jti",
            "sub",
            "token_use",
            "username",
            "version");

    private final LocalPool pool;
    private final PoolKeys keys;
    private final Clock clock;
    private final RandomGenerator random;

    public TokenIssuer(LocalPool pool, PoolKeys keys, Clock clock, RandomGenerator random) {
        this.pool = pool;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** The tokens of somebody who has signed in; on the pages there is an ID token only for {@code openid}. */
    public record Pair(String access, Optional<String> identity) {

        /** The ID token, where there is one. */
        public String id() {
            return identity.orElse("");
        }

        @Override
        public String toString() {
            return "Pair[]";
        }
    }

    /** The access token of a machine: {@code client_credentials}. */
    public String machine(LocalClient client, List<String> scopes) {
        return machine(client, scopes, TokenChanges.NONE, pool.issuer());
    }

    /** The access token of a machine, with what a function makes of it. */
    public String machine(LocalClient client, List<String> scopes, TokenChanges changes, String issuer) {
        long now = now();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("sub", client.id())
                .put("token_use", "access")
                .put("scope", scope(scopes, changes))
                .put("auth_time", now)
                .put("iss", issuer)
                .put("exp", now + client.lives().access())
                .put("iat", now)
                .put("version", 2)
                .put("jti", RandomText.uuid(random))
                .put("client_id", client.id());
        return keys.signAccess(changed(claims, changes.access()));
    }

    /** The tokens of a person who signs in now without the pages. */
    public Pair person(LocalClient client, Person person) {
        return person(client, person, signedIn(List.of(SignedIn.SELF), pool.issuer()), TokenChanges.NONE);
    }

    /** Somebody's signing in now, without the pages. */
    public SignedIn signedIn(List<String> scopes, String issuer) {
        return new SignedIn(
                issuer, now(), RandomText.uuid(random), RandomText.uuid(random), scopes, false, Optional.empty());
    }

    /** The tokens of a person, new or refreshed. */
    public Pair person(LocalClient client, Person person, SignedIn signedIn, TokenChanges changes) {
        long now = now();
        String access = keys.signAccess(changed(access(client, person, signedIn, changes, now), changes.access()));
        if (signedIn.hosted() && !signedIn.scopes().contains("openid")) {
            return new Pair(access, Optional.empty());
        }
        ObjectNode id = id(client, person, signedIn, changes, now);
        if (signedIn.hosted()) {
            id.put("at_hash", half(access));
        }
        return new Pair(access, Optional.of(keys.signId(changed(id, changes.id()))));
    }

    private ObjectNode access(LocalClient client, Person person, SignedIn signedIn, TokenChanges changes, long now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode().put("sub", person.subject());
        groups(claims, person, changes, false);
        claims.put("iss", signedIn.issuer());
        if (signedIn.hosted()) {
            claims.put("version", 2);
        }
        claims.put("client_id", client.id()).put("origin_jti", signedIn.originJti());
        if (!signedIn.hosted()) {
            claims.put("event_id", signedIn.eventId());
        }
        return claims.put("token_use", "access")
                .put("scope", scope(signedIn.scopes(), changes))
                .put("auth_time", signedIn.authTime())
                .put("exp", now + client.lives().access())
                .put("iat", now)
                .put("jti", RandomText.uuid(random))
                .put("username", person.name());
    }

    private ObjectNode id(LocalClient client, Person person, SignedIn signedIn, TokenChanges changes, long now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode().put("sub", person.subject());
        groups(claims, person, changes, true);
        person.attributes().forEach((name, value) -> {
            if (client.pages().reads(name) && shows(signedIn, name)) {
                put(claims, name, value);
            }
        });
        signedIn.nonce().ifPresent(nonce -> claims.put("nonce", nonce));
        return claims.put("iss", signedIn.issuer())
                .put("cognito:username", person.name())
                .put("origin_jti", signedIn.originJti())
                .put("aud", client.id())
                .put("event_id", signedIn.eventId())
                .put("token_use", "id")
                .put("auth_time", signedIn.authTime())
                .put("exp", now + client.lives().id())
                .put("iat", now)
                .put("jti", RandomText.uuid(random));
    }

    private static void put(ObjectNode claims, String name, String value) {
        if (name.equals("identities")) {
            claims.set(name, identities(value));
        } else if (name.equals("email_verified") || name.equals("phone_number_verified")) {
            claims.put(name, Boolean.parseBoolean(value));
        } else {
            claims.put(name, value);
        }
    }

    /** An attribute as text, a claim as the list that it is. */
    private static JsonNode identities(String written) {
        try {
            return new ObjectMapper().readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by the directory", e);
        }
    }

    /**
     * Whether the scopes let attribute {@code name} be seen: {@code openid} alone shows all that the client may read.
     */
    public static boolean shows(SignedIn signedIn, String name) {
        List<String> scopes = signedIn.scopes();
        boolean all = Stream.of("email", "phone", "profile").noneMatch(scopes::contains);
        if (!signedIn.hosted() || all || name.equals("identities")) {
            return true;
        }
        if (name.startsWith("email")) {
            return scopes.contains("email");
        }
        return scopes.contains(name.startsWith("phone_number") ? "phone" : "profile");
    }

    private static void groups(ObjectNode claims, Person person, TokenChanges changes, boolean roles) {
        TokenChanges.Groups groups = changes.groups()
                .orElseGet(() -> new TokenChanges.Groups(person.groups(), person.roles(), person.preferredRole()));
        list(claims, "cognito:groups", groups.names());
        if (roles) {
            list(claims, "cognito:roles", groups.roles());
            groups.preferredRole().ifPresent(role -> claims.put("cognito:preferred_role", role));
        }
    }

    private static void list(ObjectNode claims, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = claims.putArray(name);
            values.forEach(list::add);
        }
    }

    private static String scope(List<String> scopes, TokenChanges changes) {
        Set<String> all = new LinkedHashSet<>(scopes);
        all.addAll(changes.scopes().added());
        changes.scopes().suppressed().forEach(all::remove);
        return String.join(" ", all);
    }

    private static ObjectNode changed(ObjectNode claims, TokenChanges.Claimed claimed) {
        claimed.added().properties().forEach(claim -> {
            if (!FIXED.contains(claim.getKey()) && !claim.getKey().equals("scope")) {
                claims.set(claim.getKey(), claim.getValue());
            }
        });
        claimed.suppressed().stream()
                .filter(name -> !FIXED.contains(name) && !name.equals("scope"))
                .forEach(claims::remove);
        return claims;
    }

    /** The left half of the hash, as OpenID Connect has it. */
    private static String half(String token) {
        byte[] hash = Sha256.algorithm().digest(token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalResourceServer;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.TokenLives;
import dev.tollgate.gateway.token.TokenVerifier;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pool with a client of every sort, served at a time that only the test moves. */
public final class Pools {

    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    static final URI BASE = URI.create("http://127.0.0.1:4321");
    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";

    /** Made once: they take longer than all tests. */
    private static final PoolKeys KEYS = PoolKeys.generate(new SecureRandom());

    public Instant now = START;
    public final Clock clock = new TestClock();
    public final PoolKeys keys = KEYS;
    /** What was mailed, the latest first: the address and the text. */
    final Deque<List<String>> mails = new ArrayDeque<>();
    /** What the functions of triggers answer, by their name. */
    final Map<String, TriggerFunctions> functions = new HashMap<>();

    final PoolEndpoint endpoint;

    public Pools() {
        this(pool());
    }

    Pools(LocalPool pool) {
        this.endpoint = served(pool, PoolMemory.of(keys, new SecureRandom(), clock));
    }

    /** With what a pool knew before. */
    Pools(LocalPool pool, PoolMemory memory) {
        this.endpoint = served(pool, memory);
    }

    private PoolEndpoint served(LocalPool pool, PoolMemory memory) {
        return new PoolEndpoint(
                pool,
                memory,
                new PoolEndpoint.Setting(
                        (name, event) ->
                                Objects.requireNonNull(functions.get(name)).invoke(name, event),
                        (destination, text) -> mails.addFirst(List.of(destination, text)),
                        Set.of("https://shop.example"),
                        clock,
                        new SecureRandom()));
    }

    private final class TestClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static LocalPool pool() {
        List<String> scopes = List.of("api/write", "api/read");
        List<String> machine = List.of("client_credentials");
        return new LocalPool(
                "eu-west-1",
                "eu-west-1_AbCdEfGhI",
                List.of(
                        client("machine", "s3cret", machine, true, scopes, List.of()),
                        client("reader", "s3cret", machine, true, List.of("api/read"), List.of()),
                        client("disabled", "s3cret", machine, false, scopes, List.of()),
                        client("codes", "s3cret", List.of("code"), true, List.of("openid"), List.of()),
                        client("public", "", machine, true, scopes, List.of()),
                        client("scopeless", "s3cret", machine, true, List.of(), List.of()),
                        client("people", "", List.of(), false, List.of(), PASSWORD),
                        client("app", "s3cret", List.of(), false, List.of(), PASSWORD),
                        client("once", "", List.of(), false, List.of(), List.of("ALLOW_USER_PASSWORD_AUTH")),
                        client("srp", "", List.of(), false, List.of(), List.of("ALLOW_USER_SRP_AUTH")),
                        client("old", "", List.of(), false, List.of(), List.of("USER_PASSWORD_AUTH"))),
                List.of(new LocalResourceServer("api", List.of("read", "write"))),
                List.of(new LocalUser(
                        "ada",
                        "Correct-Horse-1",
                        new TreeMap<>(Map.of("email", "ada@example.com", "email_verified", "true")),
                        List.of())),
                PoolPeople.PLAIN);
    }

    private static final List<String> PASSWORD = List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");

    private static LocalClient client(
            String id, String secret, List<String> flows, boolean enabled, List<String> scopes, List<String> auth) {
        return new LocalClient(
                id,
                Optional.of(secret).filter(text -> !text.isEmpty()),
                flows,
                enabled,
                scopes,
                auth,
                new TokenLives(3600, 1800, 86_400),
                !id.equals("once"),
                ClientPages.NONE);
    }

    TokenAnswer ask(String method, String path, Map<String, String> headers, String body) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        int query = path.indexOf('?');
        TokenRequest request = new TokenRequest(
                method,
                query < 0 ? path : path.substring(0, query),
                query < 0 ? "" : path.substring(query + 1),
                all,
                body);
        return endpoint.answer(request, BASE).orElseThrow();
    }

    /** What Cognito answers to a good password. */
    JsonNode signedIn() throws IOException {
        String body = "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"people\",\"AuthParameters\":"
                + "{\"USERNAME\":\"ada\",\"PASSWORD\":\"Correct-Horse-1\"}}";
        Map<String, String> headers = Map.of(
                "Content-Type", "application/x-amz-json-1.1",
                "X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        return new ObjectMapper()
                .readTree(ask("POST", "/", headers, body).body())
                .path("AuthenticationResult");
    }

    TokenVerifier verifier() {
        return new TokenVerifier(new TreeMap<>(Map.of(ISSUER, keys)), clock);
    }
}

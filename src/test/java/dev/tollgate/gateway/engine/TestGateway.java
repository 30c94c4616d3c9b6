package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalResourceServer;
import dev.tollgate.gateway.token.Person;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.PoolPeople;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.TokenLives;
import dev.tollgate.gateway.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A gateway with a pool, at a time that stands still, whose function answers what it is told to. */
final class TestGateway {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final LocalClient SHOP = client("shop");
    static final LocalClient STRANGER = client("stranger");
    static final Person PERSON = new Person("1", "somebody", new TreeMap<>(), List.of(), List.of(), Optional.empty());

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalPool POOL = pool("eu-west-1_pool");
    private static final PoolKeys KEYS = PoolKeys.generate(RANDOM);
    private static final PoolKeys FOREIGN = PoolKeys.generate(RANDOM);

    private final List<String> events = new ArrayList<>();

    private static LocalClient client(String id) {
        return new LocalClient(
                id,
                Optional.of("secret"),
                List.of("client_credentials"),
                true,
                List.of("orders/read", "orders/write", "orders/other"),
                List.of("ALLOW_USER_PASSWORD_AUTH"),
                new TokenLives(3600, 3600, 86400),
                true,
                ClientPages.NONE);
    }

    private static LocalPool pool(String id) {
        return new LocalPool(
                "eu-west-1",
                id,
                List.of(SHOP, STRANGER),
                List.of(new LocalResourceServer("orders", List.of("read", "write", "other"))),
                List.of(),
                PoolPeople.PLAIN);
    }

    static TokenIssuer issuer(Instant at) {
        return new TokenIssuer(POOL, KEYS, Clock.fixed(at, ZoneOffset.UTC), RANDOM);
    }

    static TokenIssuer otherPool() {
        return new TokenIssuer(pool("eu-west-1_other"), KEYS, CLOCK, RANDOM);
    }

    static TokenIssuer foreignKeys() {
        return new TokenIssuer(POOL, FOREIGN, CLOCK, RANDOM);
    }

    static GatewayAuthorizer authorizer() {
        return new GatewayAuthorizer(
                "cognito",
                new GatewayAuthorizer.Source("Authorization", false),
                new TreeSet<>(List.of(POOL.issuer())),
                new TreeSet<>(List.of(SHOP.id())),
                Optional.empty());
    }

    static GatewayRoute route(String method, String path, Optional<GatewayAuthorizer> authorizer, List<String> scopes) {
        return new GatewayRoute(
                method,
                path,
                authorizer,
                scopes,
                new LocalTarget.Function("orders", "2.0", Duration.ofSeconds(29)),
                List.of());
    }

    static GatewayRoute open(String key) {
        int space = key.indexOf(' ');
        String method = space < 0 ? "" : key.substring(0, space);
        return new GatewayRoute(
                method,
                key.substring(space + 1),
                Optional.empty(),
                List.of(),
                new LocalTarget.Function(key, "2.0", Duration.ofSeconds(29)),
                List.of());
    }

    static GatewayApi api(GatewayApi.Kind kind, String stage, List<GatewayRoute> routes) {
        return new GatewayApi(
                kind,
                "abcdefghij",
                "123456789012",
                "eu-west-1",
                stage,
                routes,
                routes.stream().map(GatewayRoute::path).distinct().toList(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A gateway of {@code api} whose functions answer {@code answer}. */
    Gateway of(GatewayApi api, String answer) {
        return of(api, new Invocation.Answered(answer));
    }

    Gateway of(GatewayApi api, Invocation invocation) {
        FunctionInvoker functions = (name, event, timeout) -> {
            events.add(name + " " + new String(event, StandardCharsets.UTF_8));
            return invocation;
        };
        return new Gateway(
                api, new TokenVerifier(new TreeMap<>(Map.of(POOL.issuer(), KEYS)), CLOCK), functions, System::nanoTime);
    }

    /** What functions were handed, each after its name. */
    List<String> events() {
        return events;
    }

    static Call call(String method, String path, Header... headers) {
        return new Call(
                method, path, "", List.of(headers), "", "203.0.113.7", NOW, "01234567-89ab-cdef-0123-456789abcdef");
    }
}

package dev.tollgate.cli.served;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.signin.SignInAs;
import dev.tollgate.gateway.site.LocalGateway;
import dev.tollgate.gateway.token.ClientPages;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.Person;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.TokenChanges;
import dev.tollgate.gateway.token.TokenIssuer;
import dev.tollgate.gateway.token.TokenLives;
import dev.tollgate.smoke.Credential;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every kind of credential for a gateway whose keys are ours: good ones, and ones that are wrong in one way each. */
public final class LocalCredentials {

    private static final Person SOMEBODY = new Person(
            "00000000-0000-4000-8000-000000000000", "smoke", new TreeMap<>(), List.of(), List.of(), Optional.empty());

    private final LocalGateway gateway;
    private final SecureRandom random;
    private final PoolKeys foreign;
    private final boolean everyClient;
    private final MeantClients meant;
    private final List<Credential> all = new ArrayList<>();

    /**
     * {@code everyClient} says that each client of the pools is meant to be one of the authorizer's; {@code meant}
     * knows the clients by the file's names, and what the file lets them ask for.
     */
    public LocalCredentials(LocalGateway gateway, SecureRandom random, boolean everyClient, MeantClients meant) {
        this.everyClient = everyClient;
        this.meant = meant;
        this.gateway = gateway;
        this.random = random;
        this.foreign = PoolKeys.generate(random);
    }

    public List<Credential> all() {
        all.add(new Credential("no token", Credential.Kind.NONE, Optional.empty(), List.of()));
        invalid("garbage", "garbage");
        for (LocalPool pool : gateway.pools()) {
            pool.clients().stream().findFirst().ifPresent(client -> wrong(pool, client));
            pool.clients().forEach(client -> good(pool, client));
        }
        return all;
    }

    private void wrong(LocalPool pool, LocalClient client) {
        List<String> scopes = meant.scopes(client);
        String good = now(pool).machine(client, scopes);
        invalid("tampered", good.substring(0, good.length() - 8) + "AAAAAAAA");
        invalid("expired", at(pool, Duration.ofDays(-2)).machine(client, scopes));
        invalid("not yet valid", at(pool, Duration.ofDays(2)).machine(client, scopes));
        invalid("foreign keys", new TokenIssuer(pool, foreign, Clock.systemUTC(), random).machine(client, scopes));
        invalid("wrong issuer", now(pool).machine(client, scopes, TokenChanges.NONE, pool.issuer() + "_another"));
        LocalClient stranger = new LocalClient(
                "a-client-of-nobody",
                Optional.empty(),
                List.of(),
                true,
                scopes,
                List.of(),
                new TokenLives(3600, 3600, 3600),
                true,
                ClientPages.NONE);
        all.add(new Credential(
                "another client",
                Credential.Kind.OTHER_AUDIENCE,
                Optional.of(now(pool).machine(stranger, scopes)),
                scopes));
        all.add(new Credential(
                "without a scope",
                kind(client),
                Optional.of(now(pool).machine(client, List.of("nobody/asks"))),
                List.of()));
        all.add(new Credential(
                "ID token",
                identity(client),
                Optional.of(now(pool).person(client, SOMEBODY).id()),
                List.of()));
    }

    /** With what the file lets the client ask for: what is emitted may say something else. */
    private void good(LocalPool pool, LocalClient client) {
        if (!meant.isMachine(client)) {
            person(pool, client);
            return;
        }
        List<String> scopes = meant.scopes(client);
        all.add(new Credential(
                "client " + meant.name(client),
                kind(client),
                Optional.of(now(pool).machine(client, scopes)),
                scopes));
    }

    /**
     * Somebody signs in as people of the client do, and the pool's functions have their say: what the token carries
     * counts.
     */
    private void person(LocalPool pool, LocalClient client) {
        SignInAs people = gateway.pool(pool.id()).orElseThrow().signInAs();
        String name = people.guest();
        SignInAs.Outcome outcome = meant.pageScopes(client)
                .map(scopes -> people.onPages(client, name, scopes))
                .orElseGet(() -> people.directly(client, name));
        TokenIssuer.Pair pair = outcome.pair()
                .orElseThrow(() -> new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "nobody can sign in to client `" + meant.name(client) + "`: " + outcome.refusal(),
                        "look at the functions in `triggers` of `user_pool`"));
        List<String> carried = Jwt.read(pair.access()) instanceof Jwt.Decoded jwt
                ? jwt.claims().scopes()
                : List.of();
        all.add(new Credential("client " + meant.name(client), kind(client), Optional.of(pair.access()), carried));
        pair.identity()
                .ifPresent(id -> all.add(new Credential(
                        "client " + meant.name(client) + ", ID token", identity(client), Optional.of(id), List.of())));
    }

    /** A client that no authorizer of an HTTP API lists is as good as another's. */
    private Credential.Kind kind(LocalClient client) {
        return inAudience(client) ? Credential.Kind.ACCESS : Credential.Kind.OTHER_AUDIENCE;
    }

    private Credential.Kind identity(LocalClient client) {
        return inAudience(client) ? Credential.Kind.IDENTITY : Credential.Kind.INVALID;
    }

    private boolean inAudience(LocalClient client) {
        if (everyClient) {
            return true;
        }
        SortedSet<String> audience = new TreeSet<>();
        gateway.api().routes().stream()
                .map(GatewayRoute::authorizer)
                .flatMap(Optional::stream)
                .forEach(authorizer -> audience.addAll(authorizer.audience()));
        return audience.isEmpty() || audience.contains(client.id());
    }

    private void invalid(String name, String token) {
        all.add(new Credential(name, Credential.Kind.INVALID, Optional.of(token), List.of()));
    }

    private TokenIssuer now(LocalPool pool) {
        return at(pool, Duration.ofSeconds(-1));
    }

    private TokenIssuer at(LocalPool pool, Duration from) {
        return gateway.issuer(pool, Clock.offset(Clock.systemUTC(), from), random);
    }
}

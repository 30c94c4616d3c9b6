package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PoolKeys;
import dev.tollgate.gateway.token.TokenIssuer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a pool answers: its pages, its OAuth endpoints, its SDK's operations, its keys, and its OpenID
 * configuration.
 */
public final class PoolEndpoint {

    private final LocalPool pool;
    private final PoolKeys keys;
    private final HostedPages pages;
    private final TokenEndpoint tokenEndpoint;
    private final UserInfo userInfo;
    private final Revocation revocation;
    private final CognitoApi cognitoApi;
    private final PoolOrigins crossOrigin;
    private final Directory directory;
    private final SignInAs signInAs;

    /**
     * What a pool is served with.
     *
     * @param functions what its triggers call
     * @param post where its mails go
     * @param origins of pages that may talk to it beside those of its clients' addresses; {@code *} is all on this
     *     machine
     */
    public record Setting(
            TriggerFunctions functions, Post post, Set<String> origins, Clock clock, SecureRandom random) {

        public Setting {
            origins = Set.copyOf(origins);
        }
    }

    /** Serves {@code pool}, of which {@code memory} is what came before. */
    public PoolEndpoint(LocalPool pool, PoolMemory memory, Setting setting) {
        Clock clock = setting.clock();
        SecureRandom random = setting.random();
        TokenIssuer issuer = new TokenIssuer(pool, memory.keys(), clock, random);
        Sessions sessions = memory.sessions();
        TriggerCalls triggers = new TriggerCalls(pool, setting.functions());
        AuthorizationCodes codes = memory.codes();
        BrowserSessions browsers = memory.browsers();
        this.pool = pool;
        this.keys = memory.keys();
        this.directory = memory.directory();
        directory.under(pool);
        Accounts accounts = new Accounts(pool, directory, triggers, setting.post(), memory.mailed(), random, clock);
        pool.users().forEach(accounts::seed);
        SignInSteps signIn = new SignInSteps(pool, directory, triggers, accounts, memory.pending(), random, clock);
        GivenTokens tokens = new GivenTokens(pool, issuer, sessions, directory, triggers, clock);
        AccessTokens accessTokens = new AccessTokens(pool, keys, sessions, directory, clock);
        FederatedSignIn federation = new FederatedSignIn(pool, directory, triggers, signIn, random, clock);
        this.pages = new HostedPages(
                pool, signIn, accounts, federation, tokens, codes, browsers, memory.guard(), random, clock);
        this.tokenEndpoint = new TokenEndpoint(pool, tokens, codes, directory);
        this.userInfo = new UserInfo(pool, accessTokens);
        this.revocation = new Revocation(pool, sessions);
        this.cognitoApi = new CognitoApi(
                new SignInOperations(pool, signIn, tokens, sessions),
                new AccountOperations(pool, accounts),
                new SelfOperations(pool, accessTokens, accounts, directory, signIn, sessions, browsers, clock, random),
                new AdminOperations(pool, accounts, directory, sessions, browsers, random, clock),
                new GroupOperations(pool, directory, clock));
        this.signInAs = new SignInAs(pool, directory, tokens, issuer, clock);
        this.crossOrigin = new PoolOrigins(origins(setting));
    }

    private Set<String> origins(Setting setting) {
        Set<String> origins = new TreeSet<>(setting.origins());
        for (LocalClient client : pool.clients()) {
            client.pages().callbacks().forEach(address -> PoolOrigins.of(address)
                    .ifPresent(origins::add));
            client.pages().logouts().forEach(address -> PoolOrigins.of(address).ifPresent(origins::add));
        }
        return origins;
    }

    /**
     * The answer to {@code request}, unless it is not for a pool; {@code base} is where this pool is served, whose path
     * the request no longer has.
     */
    public Optional<TokenAnswer> answer(TokenRequest request, URI base) {
        String root = base.toString().replaceAll("/+$", "");
        String own = "/" + pool.id();
        boolean provider = request.path().startsWith(own + "/");
        Door door = provider ? new Door(root + own, root + own) : new Door(root, pool.issuer());
        String path = provider ? request.path().substring(own.length()) : request.path();
        return answer(request.at(path), door, provider);
    }

    private Optional<TokenAnswer> answer(TokenRequest request, Door door, boolean provider) {
        Optional<TokenAnswer> page = page(request, door);
        if (page.isPresent()) {
            return page;
        }
        if (crossOrigin.isRefused(request, door)) {
            return Optional.of(new TokenAnswer(403, new TreeMap<>(), "").with("Vary", "Origin"));
        }
        Optional<TokenAnswer> answer = endpoint(request, door, provider);
        return answer.map(found ->
                crossOrigin.isPreflight(request) ? crossOrigin.preflight(request) : crossOrigin.onto(found, request));
    }

    /** What a browser shows. */
    private Optional<TokenAnswer> page(TokenRequest request, Door door) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return request.path().equals("/logout") && reads
                ? Optional.of(pages.logout(request, door))
                : pages.answer(request, door);
    }

    /** What programs ask. */
    private Optional<TokenAnswer> endpoint(TokenRequest request, Door door, boolean provider) {
        return switch (request.path()) {
            case "/oauth2/token" -> Optional.of(tokenEndpoint.answer(request, door));
            case "/oauth2/userInfo" -> Optional.of(userInfo.answer(request, door));
            case "/oauth2/revoke" -> Optional.of(revocation.answer(request));
            case "/.well-known/jwks.json" -> provider ? Optional.of(document(request, keys.jwks())) : Optional.empty();
            case "/.well-known/openid-configuration" ->
                provider ? Optional.of(document(request, Discovery.of(pool, door))) : Optional.empty();
            case "/" -> cognito(request, door);
            default -> Optional.empty();
        };
    }

    private Optional<TokenAnswer> cognito(TokenRequest request, Door door) {
        boolean asked = request.method().equals("POST") && request.headers().containsKey("X-Amz-Target");
        return asked || crossOrigin.isPreflight(request)
                ? Optional.of(cognitoApi.answer(request, door))
                : Optional.empty();
    }

    private static TokenAnswer document(TokenRequest request, ObjectNode document) {
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        return isRead
                ? TokenAnswer.json(200, "application/json", document).with("Cache-Control", "public, max-age=86400")
                : new TokenAnswer(405, new TreeMap<>(), "").with("Allow", "GET, HEAD");
    }

    /** What this pool's clients may do in AWS and cannot do here, to be named at start. */
    public List<String> unserved() {
        List<String> lines = new ArrayList<>();
        boolean asks = !pool.people().mfa().equals("OFF");
        if (asks && !pool.people().appCodes()) {
            lines.add("pool `" + pool.id() + "`: a second factor by text message or mail is not asked for locally");
        }
        return List.copyOf(lines);
    }

    /** Signs people in without their password. */
    public SignInAs signInAs() {
        return signInAs;
    }

    /** Who is in the pool: their user names and the addresses that they sign in with, for the console. */
    public List<ObjectNode> people() {
        return directory.all().stream()
                .map(account -> {
                    ObjectNode person = JsonNodeFactory.instance
                            .objectNode()
                            .put("name", account.name())
                            .put("status", account.status().name());
                    Optional.ofNullable(account.attributes().get("email"))
                            .ifPresent(email -> person.put("email", email));
                    account.groups().forEach(person.withArray("groups")::add);
                    return person;
                })
                .toList();
    }
}

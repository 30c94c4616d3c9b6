package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.Person;
import dev.tollgate.gateway.token.SignedIn;
import dev.tollgate.gateway.token.TokenChanges;
import dev.tollgate.gateway.token.TokenIssuer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives people their tokens, after the pool's function has had its say on them. */
final class GivenTokens {

    private static final String TRIGGER = "pre_token_generation";

    private final LocalPool pool;
    private final TokenIssuer issuer;
    private final Sessions sessions;
    private final Directory directory;
    private final TriggerCalls triggers;
    private final Clock clock;

    GivenTokens(
            LocalPool pool,
            TokenIssuer issuer,
            Sessions sessions,
            Directory directory,
            TriggerCalls triggers,
            Clock clock) {
        this.pool = pool;
        this.issuer = issuer;
        this.sessions = sessions;
        this.directory = directory;
        this.triggers = triggers;
        this.clock = clock;
    }

    /** A pair of tokens, and the refresh token where there is a new one. */
    record Given(TokenIssuer.Pair pair, Optional<String> refresh) {

        @Override
        public String toString() {
            return "Given[]";
        }
    }

    /** A machine's token. */
    String machine(LocalClient client, List<String> scopes, String iss) throws CognitoRefusal {
        if (!pool.people().triggers().tokenVersion().equals("V3_0") || !triggers.has(TRIGGER)) {
            return issuer.machine(client, scopes, TokenChanges.NONE, iss);
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("userAttributes");
        request.putObject("groupConfiguration").putArray("groupsToOverride");
        ArrayNode asked = request.putArray("scopes");
        scopes.forEach(asked::add);
        ObjectNode response = triggers.run(TRIGGER, "TokenGeneration_ClientCredentials", client, client.id(), request);
        return issuer.machine(client, scopes, changes(response), iss);
    }

    /** What {@code account} gets for signing in. */
    Given signIn(LocalClient client, PoolAccount account, SignedIn signedIn, String source) throws CognitoRefusal {
        TokenIssuer.Pair pair = pair(client, account, signedIn, source);
        long expires = clock.instant().getEpochSecond() + client.lives().refresh();
        return new Given(
                pair, Optional.of(sessions.open(new Session(client.id(), account.subject(), expires, signedIn))));
    }

    /** Signs {@code account} in without the pages. */
    Given signIn(LocalClient client, PoolAccount account, String source) throws CognitoRefusal {
        return signIn(client, account, issuer.signedIn(List.of(SignedIn.SELF), pool.issuer()), source);
    }

    /** New tokens for {@code refresh}; a client that rotates gets another of these, too. */
    Given refresh(LocalClient client, String refresh) throws CognitoRefusal {
        Session session =
                sessions.find(refresh, client).orElseThrow(() -> CognitoRefusal.notAuthorized("Invalid Refresh Token"));
        if (session.expires() <= clock.instant().getEpochSecond()) {
            throw CognitoRefusal.notAuthorized("Refresh Token has expired");
        }
        Optional<Long> grace = client.pages().rotation();
        if (grace.isPresent() && sessions.isUsedUp(refresh, grace.get())) {
            sessions.revoke(refresh, client);
            throw new CognitoRefusal("RefreshTokenReuseException", "Refresh token reuse is not allowed");
        }
        PoolAccount account = directory
                .bySubject(session.subject())
                .orElseThrow(() -> CognitoRefusal.notAuthorized("Invalid Refresh Token"));
        if (!account.enabled()) {
            throw CognitoRefusal.notAuthorized("User is disabled.");
        }
        TokenIssuer.Pair pair = pair(client, account, session.signedIn(), "RefreshTokens");
        if (grace.isEmpty()) {
            return new Given(pair, Optional.empty());
        }
        sessions.retire(refresh);
        return new Given(pair, Optional.of(sessions.open(session)));
    }

    /** The person whose session {@code refresh} is. */
    Optional<PoolAccount> owner(LocalClient client, String refresh) {
        return sessions.find(refresh, client).flatMap(session -> directory.bySubject(session.subject()));
    }

    /** Tokens by themselves, which cannot be refreshed: those of the implicit flow. */
    TokenIssuer.Pair pair(LocalClient client, PoolAccount account, SignedIn signedIn, String source)
            throws CognitoRefusal {
        Person person = directory.person(account);
        if (!triggers.has(TRIGGER)) {
            return issuer.person(client, person, signedIn, TokenChanges.NONE);
        }
        ObjectNode request = TriggerCalls.about(account);
        ObjectNode groups = request.putObject("groupConfiguration");
        person.groups().forEach(groups.putArray("groupsToOverride")::add);
        person.roles().forEach(groups.putArray("iamRolesToOverride")::add);
        groups.put("preferredRole", person.preferredRole().orElse(null));
        if (!pool.people().triggers().tokenVersion().equals("V1_0")) {
            signedIn.scopes().forEach(request.putArray("scopes")::add);
        }
        ObjectNode response = triggers.run(TRIGGER, "TokenGeneration_" + source, client, account.name(), request);
        return issuer.person(client, person, signedIn, changes(response));
    }

    private static TokenChanges changes(ObjectNode response) {
        JsonNode first = response.path("claimsOverrideDetails");
        if (first.isObject()) {
            return new TokenChanges(
                    claimed(first),
                    claimed(JsonNodeFactory.instance.objectNode()),
                    new TokenChanges.Scoped(List.of(), List.of()),
                    groups(first.path("groupOverrideDetails")));
        }
        JsonNode second = response.path("claimsAndScopeOverrideDetails");
        JsonNode access = second.path("accessTokenGeneration");
        return new TokenChanges(
                claimed(second.path("idTokenGeneration")),
                claimed(access),
                new TokenChanges.Scoped(texts(access.path("scopesToAdd")), texts(access.path("scopesToSuppress"))),
                groups(second.path("groupOverrideDetails")));
    }

    private static TokenChanges.Claimed claimed(JsonNode generation) {
        ObjectNode added = generation.path("claimsToAddOrOverride") instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
        return new TokenChanges.Claimed(added, texts(generation.path("claimsToSuppress")));
    }

    /** An empty object takes the groups away, null and nothing leave them. */
    private static Optional<TokenChanges.Groups> groups(JsonNode override) {
        return override.isObject()
                ? Optional.of(new TokenChanges.Groups(
                        texts(override.path("groupsToOverride")),
                        texts(override.path("iamRolesToOverride")),
                        Optional.ofNullable(override.path("preferredRole").textValue())))
                : Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}

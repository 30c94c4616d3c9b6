package dev.tollgate.gateway.signin;

import dev.tollgate.gateway.token.LocalClient;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PersonAttribute;
import dev.tollgate.gateway.token.SignedIn;
import dev.tollgate.gateway.token.TokenIssuer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signs people in without their password, for those who hold the pool in their hands: the console, and smoke. The
 * pool's function has its say on the tokens as ever.
 */
public final class SignInAs {

    private static final String GUEST = "smoke";

    private final LocalPool pool;
    private final Directory directory;
    private final GivenTokens tokens;
    private final TokenIssuer issuer;
    private final Clock clock;

    SignInAs(LocalPool pool, Directory directory, GivenTokens tokens, TokenIssuer issuer, Clock clock) {
        this.pool = pool;
        this.directory = directory;
        this.tokens = tokens;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What came of it: tokens, or why there are none. */
    public record Outcome(Optional<TokenIssuer.Pair> pair, String refusal) {

        @Override
        public String toString() {
            return "Outcome[" + refusal + "]";
        }
    }

    /** Signs {@code name} in to {@code client} as it does itself: on the pages where it uses them. */
    public Outcome in(LocalClient client, String name) {
        boolean pages = client.oauthEnabled()
                && (client.oauthFlows().contains("code") || client.oauthFlows().contains("implicit"));
        return pages ? onPages(client, name, client.scopes()) : directly(client, name);
    }

    /** On the pages, for {@code scopes}. */
    public Outcome onPages(LocalClient client, String name, List<String> scopes) {
        SignedIn direct = issuer.signedIn(scopes, pool.issuer());
        SignedIn hosted = new SignedIn(
                direct.issuer(),
                direct.authTime(),
                direct.originJti(),
                direct.eventId(),
                scopes,
                true,
                Optional.empty());
        return outcome(client, name, hosted, "HostedAuth");
    }

    /** By the SDK. */
    public Outcome directly(LocalClient client, String name) {
        return outcome(client, name, issuer.signedIn(List.of(SignedIn.SELF), pool.issuer()), "Authentication");
    }

    private Outcome outcome(LocalClient client, String name, SignedIn signedIn, String source) {
        Optional<PoolAccount> account = directory.find(name);
        if (account.isEmpty()) {
            return new Outcome(Optional.empty(), "nobody in the pool has that name");
        }
        try {
            SignInSteps.requireUsable(account.get());
            return new Outcome(
                    Optional.of(tokens.signIn(client, account.get(), signedIn, source)
                            .pair()),
                    "");
        } catch (CognitoRefusal e) {
            return new Outcome(Optional.empty(), e.text());
        }
    }

    /** Somebody who is in the pool for a test, with what the pool requires of people: what they are called. */
    public String guest() {
        SortedMap<String, String> attributes = new TreeMap<>();
        pool.people().attributes().stream()
                .filter(PersonAttribute::required)
                .forEach(attribute -> attributes.put(attribute.name(), GUEST));
        attributes.put("email", "smoke@example.com");
        attributes.put("email_verified", "true");
        String subject = new LocalUser(GUEST, "", new TreeMap<>(), List.of()).subject(pool.id());
        String name = pool.people().usernameAttributes().isEmpty() ? GUEST : subject;
        directory.put(PoolAccount.of(name, subject, PoolAccount.Status.CONFIRMED, attributes, clock.instant()));
        return subject;
    }
}

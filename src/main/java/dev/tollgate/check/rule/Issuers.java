package dev.tollgate.check.rule;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CognitoPool;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Scopes;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which scopes the tokens that an authorizer takes can carry. */
final class Issuers {

    /** What any user gets who signs in without OAuth. */
    private static final String SELF_SERVICE = "aws.cognito.signin.user.admin";

    private final Infrastructure infrastructure;
    private final Surface surface;

    Issuers(Infrastructure infrastructure, Surface surface) {
        this.infrastructure = infrastructure;
        this.surface = surface;
    }

    /**
     * The scopes of tokens.
     *
     * @param defined custom scopes that the issuing pools have
     * @param granted scopes that an app client whose tokens are taken may ask for
     */
    record Grants(Scopes defined, Scopes granted) {}

    /** Whether {@code token} is issued by something other than Cognito, of which nothing is known here. */
    boolean areForeign(Access.Token token) {
        return token.authorizer()
                .flatMap(Authorizer::issuer)
                .flatMap(issuer -> infrastructure.resolve(issuer).text())
                .filter(issuer -> !issuer.startsWith("https://cognito-idp."))
                .isPresent();
    }

    /** What tokens that {@code token} stands for can carry. */
    Grants grants(Access.Token token) {
        Optional<Authorizer> authorizer = token.authorizer();
        if (authorizer.isEmpty()) {
            Scopes nothingKnown = new Scopes(new TreeSet<>(), false);
            return new Grants(nothingKnown, nothingKnown);
        }
        List<CognitoPool> pools = surface.pools().stream()
                .filter(pool -> authorizer.get().pools().contains(pool.resource()))
                .toList();
        // Of an authorizer that names no pool another rule speaks.
        Scopes defined = new Scopes(new TreeSet<>(), authorizer.get().certain() && !pools.isEmpty());
        for (CognitoPool pool : pools) {
            defined = defined.and(pool.scopes());
        }
        return new Grants(defined, granted(authorizer.get(), pools));
    }

    private Scopes granted(Authorizer authorizer, List<CognitoPool> pools) {
        List<PoolClient> clients = surface.clients().stream()
                .filter(client -> client.pool().isPresent()
                        && pools.stream().anyMatch(pool -> pool.resource()
                                .equals(client.pool().get())))
                .toList();
        // A pool without a client here has them elsewhere: without any it would be of no use.
        boolean certain = authorizer.certain()
                && !clients.isEmpty()
                && pools.stream().allMatch(CognitoPool::certain)
                && surface.clients().stream().allMatch(client -> client.pool().isPresent());
        if (authorizer.kind().looksAtAudience()) {
            List<Resource> audience = new ArrayList<>();
            for (Value one : authorizer.audience()) {
                List<Resource> named = Audience.clients(infrastructure, one);
                audience.addAll(named);
                certain &= !named.isEmpty();
            }
            clients = clients.stream()
                    .filter(client -> audience.contains(client.resource()))
                    .toList();
        }
        Scopes granted = new Scopes(new TreeSet<>(), certain);
        for (PoolClient client : clients) {
            granted = granted.and(granted(client));
        }
        return granted;
    }

    private static Scopes granted(PoolClient client) {
        TreeSet<String> names = new TreeSet<>();
        if (!client.oauthFlows().isEmpty() || !client.certain()) {
            names.addAll(client.scopes().names());
        }
        if (client.signsUsersInDirectly()) {
            names.add(SELF_SERVICE);
        }
        return new Scopes(names, client.certain() && client.scopes().certain());
    }
}
